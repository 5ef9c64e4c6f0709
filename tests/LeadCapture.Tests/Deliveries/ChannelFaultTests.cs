using LeadCapture.Deliveries;
using LeadCapture.ReplyIo;
using LeadCapture.Sandbox;
using LeadCapture.Tests.ReplyIo;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace LeadCapture.Tests.Deliveries;

/// What answers is not Reply.io: the way to it is at fault, not the leads.
public class ChannelFaultTests
{
    private const string Ann = "ann@example.com";
    private const string Html = "<html>The gateway has no such route</html>";

    [Theory]
    [InlineData(404, "")]
    [InlineData(404, Html)]
    [InlineData(404, """{"message":"no Route matched with those values"}""")]
    [InlineData(405, "")]
    [InlineData(407, Html)]
    [InlineData(410, "")]
    [InlineData(302, "")]
    [InlineData(308, Html)]
    public async Task All_leads_wait_and_none_goes_to_a_person(int status, string body)
    {
        await using var gateway = await CannedServer.Answering(status, body);
        await using var app = await TestApp.StartAtRest($"Reply:BaseUrl={gateway.Url}");

        await app.SubmitsInTurn(Ann, "ben@example.com", "cid@example.com");

        Assert.Single(gateway.Requests);
        Assert.True(await app.AllAre(DeliveryState.Waiting));
        Assert.Equal(Cause.ChannelFault, (await app.DeliveryOf(Ann)).Cause);
        Assert.Equal(GateReason.ChannelFault, (await app.Gate()).Reason);
    }

    [Theory]
    [InlineData(404, """{"title":"Not Found","detail":"There is no account 42."}""")]
    [InlineData(410, """{"title":"Gone","status":410}""")]
    public async Task With_a_problem_in_the_body_it_is_about_the_lead(int status, string body)
    {
        await using var replyIo = await CannedServer.Answering(status, body, "application/problem+json");
        await using var app = await TestApp.StartAtRest($"Reply:BaseUrl={replyIo.Url}");

        await app.SubmitsInTurn(Ann, "ben@example.com");

        Assert.Equal(2, replyIo.Requests.Count);
        Assert.True(await app.AllAre(DeliveryState.NeedsAttention));
        Assert.True((await app.Gate()).IsOpen);
    }

    [Theory]
    [InlineData(Scene.Misrouted)]
    [InlineData(Scene.Redirected)]
    public async Task One_lead_a_minute_tries_and_all_follow_by_themselves(Scene scene)
    {
        await using var app = await TestApp.StartAtRest();
        app.ReplyIo.State.Play(scene);
        string[] people = [Ann, "ben@example.com", "cid@example.com"];
        await app.SubmitsInTurn(people);

        await app.Passes(TimeSpan.FromSeconds(59));
        Assert.Equal(1, app.ReplyIo.State.Received);
        await app.Passes(TimeSpan.FromSeconds(1));
        Assert.Equal(2, app.ReplyIo.State.Received);
        await app.Passes(TimeSpan.FromDays(10));
        Assert.True(await app.AllAre(DeliveryState.Waiting));

        app.ReplyIo.State.Play(Scene.Normal);
        await app.Passes(Gate.LongestProbeWait);
        Assert.True(await app.AllAre(DeliveryState.Delivered));
        Assert.True(app.ReplyIo.State.HasEachOnce(people));
        Assert.True((await app.Gate()).IsOpen);
    }

    /// What never gets through must not be the only one that tries.
    [Fact]
    public async Task A_lead_that_always_meets_the_fault_does_not_keep_others_from_trying()
    {
        await using var gateway = await CannedServer.Answering(404, Html);
        await using var app = await TestApp.StartAtRest($"Reply:BaseUrl={gateway.Url}");
        await app.SubmitsInTurn(Ann, "ben@example.com");
        await app.Query(db => db.Deliveries.Where(delivery => delivery.Email == "ben@example.com")
            .ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.Priority, DeliveryPriority.Resubmission)));

        await app.Passes(Gate.LongestProbeWait);
        await app.Passes(Gate.LongestProbeWait);

        Assert.Equal(1, (await app.DeliveryOf("ben@example.com")).Attempts);
    }

    [Fact]
    public async Task The_log_raises_one_alarm_and_says_when_it_is_over()
    {
        await using var app = await TestApp.StartAtRest();
        app.ReplyIo.State.Play(Scene.Misrouted);
        await app.SubmitsInTurn(Ann, "ben@example.com");
        await app.Passes(Gate.LongestProbeWait);
        await app.Passes(Gate.LongestProbeWait);

        app.ReplyIo.State.Play(Scene.Normal);
        await app.Passes(Gate.LongestProbeWait);

        var log = await app.EndsWithLog();
        var alarm = Assert.Single(log, line => line.Contains("[ERR]", StringComparison.Ordinal));
        Assert.Contains("ChannelFault", alarm, StringComparison.Ordinal);
        Assert.Single(log, line => line.Contains("Sending resumed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_start_tries_at_once()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var first = await TestApp.Start(new TestAppPlan { Clock = clock });
        first.ReplyIo.State.Play(Scene.Misrouted);
        await first.SubmitsInTurn(Ann, "ben@example.com");
        await first.Stop();
        first.ReplyIo.State.Play(Scene.Normal);

        await using var second = await TestApp.Start(new TestAppPlan { Clock = clock, Continues = first });

        await TestApp.Eventually(() => second.AllAre(DeliveryState.Delivered), "all are delivered");
    }

    /// Perhaps it is there: what a gateway says of a look-up is no reason to send it again.
    [Fact]
    public async Task A_lead_that_may_be_there_is_looked_up_once_the_way_is_free_again()
    {
        await using var app = await TestApp.StartAtRest();
        app.ReplyIo.State.Play(Scene.CutAfter, calls: 1);
        await app.SubmitsInTurn(Ann);
        app.ReplyIo.State.Play(Scene.Misrouted);
        await app.SubmitsInTurn("ben@example.com");

        await app.Passes(TimeSpan.FromHours(1));
        await app.Passes(TimeSpan.FromHours(1));
        Assert.Equal(DeliveryState.Unconfirmed, (await app.DeliveryOf(Ann)).State);

        app.ReplyIo.State.Play(Scene.Normal);
        await IsAllDelivered(app);
        Assert.True(app.ReplyIo.State.HasEachOnce([Ann, "ben@example.com"]));
    }

    [Fact]
    public async Task Where_the_look_up_meets_the_fault_first_nothing_is_sent_twice_either()
    {
        await using var app = await TestApp.StartAtRest();
        app.ReplyIo.State.Play(Scene.CutAfter, calls: 1);
        await app.SubmitsInTurn(Ann);
        app.ReplyIo.State.Play(Scene.Misrouted);

        await app.Passes(TimeSpan.FromHours(1));
        Assert.Equal(GateReason.ChannelFault, (await app.Gate()).Reason);
        Assert.Equal(DeliveryState.Unconfirmed, (await app.DeliveryOf(Ann)).State);
        await app.Passes(TimeSpan.FromHours(1));
        Assert.Equal(GateReason.ChannelFault, (await app.Gate()).Reason);

        app.ReplyIo.State.Play(Scene.Normal);
        await IsAllDelivered(app);
        Assert.True(app.ReplyIo.State.HasEachOnce([Ann]));
    }

    [Fact]
    public async Task A_lead_without_an_email_stays_unconfirmed_while_the_way_is_at_fault()
    {
        await using var app = await TestApp.StartAtRest();
        app.ReplyIo.State.Play(Scene.CutAfter, calls: 1);
        using var answer = await app.Posts("/f/contact", ("linkedInUrl", "https://www.linkedin.com/in/ann-example"));
        await app.Settles();
        app.ReplyIo.State.Play(Scene.Misrouted);
        await app.SubmitsInTurn("ben@example.com");

        await app.Passes(TimeSpan.FromHours(1));
        await app.Passes(TimeSpan.FromHours(1));
        app.ReplyIo.State.Play(Scene.Normal);

        await IsAllDelivered(app);
        Assert.Equal(2, app.ReplyIo.State.Created);
    }

    /// Where look-ups work and creates do not, or the other way round.
    [Fact]
    public async Task A_look_up_that_works_does_not_say_that_creates_do()
    {
        await using var app = await TestApp.StartAtRest();
        app.ReplyIo.State.Play(Scene.CutBefore, calls: 1);
        await app.SubmitsInTurn(Ann);
        app.ReplyIo.State.Play(new(Scene.Misrouted, Only: SceneReach.Creates));
        await app.SubmitsInTurn("ben@example.com");

        for (var hour = 0; hour < 5; hour++)
            await app.Passes(TimeSpan.FromHours(1));
        app.ReplyIo.State.Play(Scene.Normal);
        await IsAllDelivered(app);

        Assert.True(app.ReplyIo.State.HasEachOnce([Ann, "ben@example.com"]));
        Assert.Single(await app.EndsWithLog(), line => line.Contains("[ERR]", StringComparison.Ordinal));
    }

    private static Task<TimeSpan> IsAllDelivered(TestApp app) =>
        app.PassesUntil(TimeSpan.FromMinutes(1), () => app.AllAre(DeliveryState.Delivered), TimeSpan.FromHours(12));
}
