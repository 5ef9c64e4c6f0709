using LeadCapture.Deliveries;
using LeadCapture.Sandbox;
using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Deliveries;

public class OutageTests
{
    [Fact]
    public async Task Five_leads_in_a_row_without_success_pause_all_sending()
    {
        await using var app = await TestApp.StartAtRest("Reply:RetryBaseDelay=00:00:05");
        app.ReplyIo.State.Play(Scene.Unavailable);

        await app.SubmitsInTurn(ClockSteps.People(4));
        Assert.True((await app.Gate()).IsOpen);

        await app.SubmitsInTurn(ClockSteps.People(4, "later"));
        Assert.Equal(GateReason.Outage, (await app.Gate()).Reason);
        Assert.Equal(5, app.ReplyIo.State.Received);
    }

    [Fact]
    public async Task One_lead_at_a_time_tries_after_a_wait_that_grows_to_a_minute()
    {
        await using var app = await TestApp.StartAtRest("Reply:RetryBaseDelay=00:00:05");
        app.ReplyIo.State.Play(Scene.Unavailable);
        await app.SubmitsInTurn(ClockSteps.People(8));

        List<double> waits = [];
        for (var probe = 1; probe <= 6; probe++)
        {
            var wait = (await app.Gate()).Until!.Value - app.Clock!.GetUtcNow().UtcDateTime;
            waits.Add(wait.TotalSeconds);
            await app.Passes(wait - TimeSpan.FromMilliseconds(10));
            Assert.Equal(4 + probe, app.ReplyIo.State.Received);
            await app.Passes(TimeSpan.FromMilliseconds(20));
            Assert.Equal(5 + probe, app.ReplyIo.State.Received);
        }

        int[] expected = [5, 10, 20, 40, 60, 60];
        Assert.All(waits.Zip(expected), wait => Assert.InRange(wait.First, wait.Second * 0.79, Math.Min(60, wait.Second * 1.21)));
    }

    [Fact]
    public async Task All_leads_arrive_once_when_it_is_over()
    {
        await using var app = await TestApp.StartAtRest();
        app.ReplyIo.State.Play(Scene.Unavailable);
        var people = ClockSteps.People(12).ToList();
        await app.SubmitsInTurn(people);
        await app.Passes(TimeSpan.FromMinutes(10));

        app.ReplyIo.State.Play(Scene.Normal);
        await app.PassesUntil(TimeSpan.FromSeconds(10), () => app.AllAre(DeliveryState.Delivered), atMost: TimeSpan.FromHours(5));

        Assert.True(app.ReplyIo.State.HasEachOnce(people));
        Assert.True((await app.Gate()).IsOpen);
    }

    [Fact]
    public async Task Leads_that_were_never_sent_arrive_within_a_minute_when_it_is_over()
    {
        await using var app = await TestApp.StartAtRest();
        app.ReplyIo.State.Play(Scene.Unavailable);
        await app.SubmitsInTurn(ClockSteps.People(5, "tried"));
        await app.SubmitsInTurn(ClockSteps.People(20, "new"));
        await app.Passes(TimeSpan.FromHours(1));

        app.ReplyIo.State.Play(Scene.Normal);
        await app.PassesUntil(
            TimeSpan.FromSeconds(5), () => Task.FromResult(app.ReplyIo.State.HasEachOnce(ClockSteps.People(20, "new"))), TimeSpan.FromSeconds(70));
    }

    [Fact]
    public async Task One_lead_that_fails_again_and_again_pauses_nothing()
    {
        await using var app = await TestApp.StartAtRest();
        app.ReplyIo.State.Play(new(Scene.ServerError, OnlyEmail: "seven@example.com"));
        await app.SubmitsInTurn("seven@example.com");
        for (var hours = 0; hours < 12; hours++)
            await app.Passes(TimeSpan.FromHours(1));

        Assert.True((await app.DeliveryOf("seven@example.com")).Failures > 5);
        Assert.True((await app.Gate()).IsOpen);
    }

    [Fact]
    public async Task A_lead_that_always_fails_does_not_hold_up_the_others()
    {
        await using var app = await TestApp.Start("Reply:InlineWait=00:00:00");
        app.ReplyIo.State.Play(new(Scene.ServerError, OnlyEmail: "lead7@example.com"));
        var people = ClockSteps.People(20).ToList();

        foreach (var email in people)
            await app.Submits(email);

        var others = people.Except(["lead7@example.com"]).ToList();
        await TestApp.Eventually(() => Task.FromResult(app.ReplyIo.State.HasEachOnce(others)), "the others arrived");
        Assert.Equal(0, app.ReplyIo.State.CreatesOf("lead7@example.com"));
        Assert.Null((await app.DeliveryOf("lead7@example.com")).DeliveredAt);
    }
}
