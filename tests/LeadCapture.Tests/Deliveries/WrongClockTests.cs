using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.Sandbox;
using LeadCapture.Tests.ReplyIo;
using LeadCapture.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace LeadCapture.Tests.Deliveries;

/// A clock that was wrong and is put right: what was stored by it is believed only as far as the program would have ordered it.
public class WrongClockTests
{
    private const string Ann = "ann@example.com";
    private const string Ben = "ben@example.com";
    private static readonly DateTimeOffset Right = DateTimeOffset.UtcNow;

    [Fact]
    public async Task A_lead_that_waits_by_a_clock_that_was_ahead_goes_on_when_it_is_put_right()
    {
        var clock = new SetClock { Ahead = TimeSpan.FromHours(80) };
        var port = CannedServer.FreePort();
        await using var app = await TestApp.Start(new TestAppPlan
        {
            Settings = [$"Reply:BaseUrl=http://127.0.0.1:{port}", "Reply:InlineWait=00:00:00"],
            Configure = builder => builder.Services.AddSingleton(new MachineClock(clock)),
        });
        await app.Submits(Ann);
        await TestApp.Eventually(async () => (await app.DeliveryOf(Ann)).Failures > 0, "it failed");
        clock.Ahead = TimeSpan.Zero;

        await using var replyIo = await SandboxServer.Start(new() { Port = port }, TestContext.Current.CancellationToken);
        await app.IsDelivered(Ann);

        Assert.Equal(1, replyIo.State.CreatesOf(Ann));
    }

    /// Reply.io works at the create for longer than one wait and not for as long as two.
    [Theory]
    [InlineData(80)]
    [InlineData(-80)]
    public async Task A_clock_that_is_set_makes_no_wait_after_a_lost_answer_shorter(int hours)
    {
        var clock = new SetClock();
        await using var app = await TestApp.Start(Watched(clock));
        app.ReplyIo.State.Play(new(Scene.SlowCreate, Calls: 1, Delay: TimeSpan.FromSeconds(4)));
        await app.Submits(Ann);
        await TestApp.Eventually(async () => (await app.DeliveryOf(Ann)).LostCreates > 0, "its answer is lost");

        clock.Ahead = TimeSpan.FromHours(hours);
        await app.IsDelivered(Ann);

        Assert.Equal(1, app.ReplyIo.State.CreatesOf(Ann));
    }

    [Fact]
    public async Task A_start_by_another_clock_makes_no_wait_after_a_lost_answer_shorter()
    {
        var first = await TestApp.Start(Watched(new()));
        first.ReplyIo.State.Play(new(Scene.SlowCreate, Calls: 1, Delay: TimeSpan.FromSeconds(4)));
        await first.Submits(Ann);
        await TestApp.Eventually(async () => (await first.DeliveryOf(Ann)).LostCreates > 0, "its answer is lost");
        await first.Stop();

        await using var app = await TestApp.Start(Watched(new() { Ahead = TimeSpan.FromMinutes(50) }) with { Continues = first });
        await app.IsDelivered(Ann);

        Assert.Equal(1, app.ReplyIo.State.CreatesOf(Ann));
    }

    [Theory]
    [InlineData(Scene.RateLimited)]
    [InlineData(Scene.BadKey)]
    public async Task A_pause_by_a_clock_that_was_ahead_ends_within_an_hour(Scene scene)
    {
        await using var app = await PutRight("", first => first.ReplyIo.State.Play(scene, retryAfter: TimeSpan.FromSeconds(30)));

        await app.Passes(TimeSpan.FromHours(1));

        Assert.True(await app.AllAre(DeliveryState.Delivered));
    }

    [Fact]
    public async Task A_budget_that_was_used_up_by_a_clock_that_was_ahead_is_free_again_after_its_window()
    {
        await using var app = await PutRight("Reply:RequestsPerMinute=1", _ => { });
        await app.SubmitsInTurn(Ben);

        // The longest lease is the furthest that a call may count ahead.
        await app.PassesUntil(TimeSpan.FromMinutes(10), () => app.AllAre(DeliveryState.Delivered), TimeSpan.FromHours(9));
    }

    [Fact]
    public async Task The_72_hours_are_those_that_were_waited_and_no_difference_of_clocks()
    {
        var first = await TestApp.Start(new TestAppPlan { Clock = new(Right) });
        first.ReplyIo.State.Play(Scene.Unavailable);
        await first.SubmitsInTurn(Ann);
        await first.Stop();

        await using var app = await TestApp.Start(new TestAppPlan { Clock = new(Right.AddHours(80)), Continues = first });
        await app.Passes(TimeSpan.FromMinutes(5));
        Assert.Equal(DeliveryState.Unconfirmed, (await app.DeliveryOf(Ann)).State);

        app.ReplyIo.State.Play(Scene.Normal);
        await app.PassesUntil(TimeSpan.FromMinutes(5), () => app.AllAre(DeliveryState.Delivered), TimeSpan.FromHours(6));
    }

    /// Not ten hours later, and not at once.
    [Fact]
    public async Task An_enrollment_that_was_planned_by_a_clock_that_was_ahead_waits_as_long_as_its_form_says()
    {
        var sequence = 0;
        await using var app = await PutRight("", async first => (sequence, _) = await first.Follows(delayMinutes: 30));

        await app.Passes(TimeSpan.FromMinutes(29));
        Assert.Equal(0, app.ReplyIo.State.EnrolledTimes(Ann, sequence));
        await app.Passes(TimeSpan.FromMinutes(2));

        Assert.Equal(1, app.ReplyIo.State.EnrolledTimes(Ann, sequence));
    }

    /// Planned before, and its turn comes after.
    [Fact]
    public async Task A_clock_that_is_put_right_between_list_and_sequence_puts_nothing_off()
    {
        var clock = new SetClock { Ahead = TimeSpan.FromHours(80) };
        await using var app = await TestApp.Start(Watched(clock));
        var (sequence, _) = await app.Follows();
        app.ReplyIo.State.Play(new(Scene.Unavailable, Only: SceneReach.Lists));
        await app.Submits(Ann);
        await TestApp.Eventually(async () => (await app.DeliveryOf(Ann)).Failures > 0, "the list failed");

        clock.Ahead = TimeSpan.Zero;
        app.ReplyIo.State.Play(Scene.Normal);
        await app.IsDelivered(Ann);

        Assert.Equal(1, app.ReplyIo.State.EnrolledTimes(Ann, sequence));
    }

    private static TestAppPlan Watched(SetClock clock) => new()
    {
        Settings = ["Reply:InlineWait=00:00:00", "Reply:AttemptTimeout=00:00:00.400", "Reply:UnconfirmedWait=00:00:03"],
        Configure = builder => builder.Services.AddSingleton(new MachineClock(clock)),
    };

    /// Ten hours ahead a lead of Ann comes in; then the clock is right, and the program started again.
    private static Task<TestApp> PutRight(string setting, Action<TestApp> act) => PutRight(setting, first =>
    {
        act(first);
        return Task.CompletedTask;
    });

    private static async Task<TestApp> PutRight(string setting, Func<TestApp, Task> act)
    {
        string[] settings = setting == "" ? [] : [setting];
        var first = await TestApp.Start(new TestAppPlan { Clock = new(Right.AddHours(10)), Settings = settings });
        await act(first);
        await first.SubmitsInTurn(Ann);
        await first.Stop();
        first.ReplyIo.State.Play(Scene.Normal);
        return await TestApp.Start(new TestAppPlan { Clock = new FakeTimeProvider(Right), Continues = first, Settings = settings });
    }
}
