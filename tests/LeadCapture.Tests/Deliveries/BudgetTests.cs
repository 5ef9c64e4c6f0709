using LeadCapture.Deliveries;
using LeadCapture.Sandbox;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace LeadCapture.Tests.Deliveries;

/// Our share of Reply.io's rate limit is never exceeded. The sandbox keeps the same limit and would answer 429.
public class BudgetTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task No_more_calls_than_allowed_are_made_in_a_minute()
    {
        await using var app = await TestApp.Start(Plan(new(DateTimeOffset.UtcNow), perMinute: 3));

        await app.SubmitsInTurn(ClockSteps.People(10));
        Assert.Equal(3, app.ReplyIo.State.Received);

        await app.Passes(TimeSpan.FromSeconds(59));
        Assert.Equal(3, app.ReplyIo.State.Received);

        await app.Passes(TimeSpan.FromSeconds(1));
        Assert.Equal(6, app.ReplyIo.State.Received);

        await app.Passes(Minute);
        await app.Passes(Minute);
        Assert.True(await app.AllAre(DeliveryState.Delivered));
        Assert.Equal(0, app.ReplyIo.State.Rejected);
    }

    [Fact]
    public async Task No_more_calls_than_allowed_are_made_in_an_hour()
    {
        await using var app = await TestApp.StartAtRest("Reply:RequestsPerHour=7");

        await app.SubmitsInTurn(ClockSteps.People(10));
        await app.Passes(TimeSpan.FromSeconds(3599));
        Assert.Equal(7, app.ReplyIo.State.Received);

        await app.Passes(TimeSpan.FromSeconds(1));
        Assert.True(await app.AllAre(DeliveryState.Delivered));
    }

    [Fact]
    public async Task A_restart_forgets_no_call()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var first = await TestApp.Start(Plan(clock, perMinute: 3));
        await first.SubmitsInTurn(ClockSteps.People(5));
        await first.Stop();

        await using var second = await TestApp.Start(Plan(clock, perMinute: 3) with { Continues = first });
        await second.Passes(TimeSpan.FromSeconds(59));
        Assert.Equal(3, second.ReplyIo.State.Received);

        await second.Passes(TimeSpan.FromSeconds(1));
        Assert.Equal(5, second.ReplyIo.State.Received);
        Assert.Equal(0, second.ReplyIo.State.Rejected);
    }

    [Fact]
    public async Task Two_nodes_share_one_budget_and_with_SQLite_there_is_only_one_node()
    {
        var plan = Plan(new(DateTimeOffset.UtcNow), perMinute: 6);
        await using var first = await TestApp.Start(plan);
        var other = plan with { Continues = first, OwnsData = false };
        if (!TestApp.OnPostgreSql)
        {
            await Assert.ThrowsAsync<SettingException>(() => TestApp.Start(other));
            return;
        }
        await using var second = await TestApp.Start(other);

        await Task.WhenAll(ClockSteps.People(20).Select((email, place) => (place % 2 == 0 ? first : second).Submits(email)));
        await Task.WhenAll(first.Settles(), second.Settles());
        Assert.Equal(6, first.ReplyIo.State.Received);

        for (var minute = 0; minute < 3; minute++)
        {
            plan.Clock!.Advance(Minute);
            await Task.WhenAll(first.Settles(), second.Settles());
        }
        Assert.Equal(20, first.ReplyIo.State.Received);
        Assert.Equal(0, first.ReplyIo.State.Rejected);
    }

    [Fact]
    public async Task Look_ups_count_too()
    {
        await using var app = await TestApp.Start(Plan(new(DateTimeOffset.UtcNow), perMinute: 4));
        app.ReplyIo.State.Play(Scene.CutAfter);

        await app.SubmitsInTurn(ClockSteps.People(6));
        await app.PassesUntil(TimeSpan.FromSeconds(1), () => app.AllAre(DeliveryState.Delivered), TimeSpan.FromMinutes(30));

        Assert.Equal(12, app.ReplyIo.State.Received);
        Assert.Equal(0, app.ReplyIo.State.Rejected);
        Assert.Equal(6, app.ReplyIo.State.Created);
    }

    [Fact]
    public async Task A_backlog_is_sent_within_the_budget_when_an_outage_is_over()
    {
        await using var app = await TestApp.Start(Plan(new(DateTimeOffset.UtcNow), perMinute: 10));
        app.ReplyIo.State.Play(Scene.CutBefore);
        var people = ClockSteps.People(40).ToList();
        await app.SubmitsInTurn(people);
        await app.Passes(TimeSpan.FromHours(1));

        app.ReplyIo.State.Play(Scene.Normal);
        var took = await app.PassesUntil(
            TimeSpan.FromSeconds(5), () => app.AllAre(DeliveryState.Delivered), atMost: TimeSpan.FromMinutes(30));

        Assert.True(app.ReplyIo.State.HasEachOnce(people));
        Assert.Equal(0, app.ReplyIo.State.Rejected);
        Assert.InRange(took, TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(7));
    }

    [Theory]
    [InlineData("V4")]
    [InlineData("V3")]
    public async Task The_smallest_budget_holds_nothing_up_for_ever(string version)
    {
        await using var app = await TestApp.StartAtRest("Reply:RequestsPerMinute=1", "Reply:ApiVersion=" + version);
        app.ReplyIo.State.Play(Scene.CutBefore, calls: 1);

        await app.Posts("/f/contact",
            ("email", "ann@example.com"), ("firstName", "Ann"), ("linkedInUrl", "https://www.linkedin.com/in/ann"));
        await app.PassesUntil(TimeSpan.FromSeconds(30), () => app.AllAre(DeliveryState.Delivered), TimeSpan.FromMinutes(20));

        Assert.Equal(1, app.ReplyIo.State.CreatesOf("ann@example.com"));
    }

    private static TestAppPlan Plan(FakeTimeProvider clock, int perMinute) =>
        new() { Clock = clock, SandboxLimit = perMinute, Settings = [$"Reply:RequestsPerMinute={perMinute}"] };
}
