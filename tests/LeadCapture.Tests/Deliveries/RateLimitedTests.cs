using LeadCapture.Deliveries;
using LeadCapture.Sandbox;
using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Deliveries;

public class RateLimitedTests
{
    [Theory]
    [InlineData(Scene.RateLimited)]
    [InlineData(Scene.RateLimitedUntil)]
    public async Task All_sending_waits_as_long_as_Reply_io_asks_and_then_goes_on(Scene scene)
    {
        await using var app = await TestApp.StartAtRest();
        app.ReplyIo.State.Play(scene, calls: 1, retryAfter: TimeSpan.FromSeconds(30));

        await app.SubmitsInTurn("ann@example.com", "ben@example.com", "cid@example.com");
        await app.Passes(TimeSpan.FromSeconds(29));

        Assert.Equal(1, app.ReplyIo.State.Received);
        Assert.True(await app.AllAre(DeliveryState.Waiting));
        Assert.Equal(GateReason.RateLimited, (await app.Gate()).Reason);

        // A date has no fractions: it may be up to a second later.
        await app.Passes(TimeSpan.FromSeconds(2));

        Assert.True(await app.AllAre(DeliveryState.Delivered));
        Assert.Equal(4, app.ReplyIo.State.Received);
        Assert.True((await app.Gate()).IsOpen);
    }

    [Fact]
    public async Task A_wait_is_kept_over_a_restart()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(DateTimeOffset.UtcNow);
        var first = await TestApp.Start(new TestAppPlan { Clock = clock });
        first.ReplyIo.State.Play(Scene.RateLimited, calls: 1, retryAfter: TimeSpan.FromSeconds(30));
        await first.SubmitsInTurn("ann@example.com");
        await first.Stop();

        await using var second = await TestApp.Start(new TestAppPlan { Clock = clock, Continues = first });
        await second.Passes(TimeSpan.FromSeconds(29));
        Assert.Equal(1, second.ReplyIo.State.Received);

        await second.Passes(TimeSpan.FromSeconds(1));
        Assert.True(await second.AllAre(DeliveryState.Delivered));
    }

    [Fact]
    public async Task Being_asked_to_wait_no_time_at_all_is_no_reason_to_hurry()
    {
        await using var app = await TestApp.StartAtRest("Reply:RequestsPerMinute=0", "Reply:RequestsPerHour=0");
        app.ReplyIo.State.Play(new(Scene.RateLimitedUntil, RetryAfter: TimeSpan.Zero));

        await app.SubmitsInTurn("ann@example.com");
        await app.Passes(TimeSpan.FromMilliseconds(500));

        Assert.Equal(1, app.ReplyIo.State.Received);
    }

    [Fact]
    public async Task Whoever_asks_for_years_is_asked_again_by_one_lead_after_an_hour()
    {
        await using var app = await TestApp.StartAtRest();
        app.ReplyIo.State.Play(new(Scene.RateLimited, RetryAfter: TimeSpan.FromSeconds(int.MaxValue)));
        await app.SubmitsInTurn("ann@example.com", "ben@example.com");
        Assert.Equal(1, app.ReplyIo.State.Received);

        await app.Passes(TimeSpan.FromMinutes(61));
        Assert.Equal(2, app.ReplyIo.State.Received);
        Assert.Equal(GateReason.RateLimited, (await app.Gate()).Reason);

        app.ReplyIo.State.Play(Scene.Normal);
        await app.Passes(TimeSpan.FromMinutes(61));
        Assert.True(await app.AllAre(DeliveryState.Delivered));
        Assert.True((await app.Gate()).IsOpen);
    }

    [Fact]
    public async Task A_server_that_is_unavailable_says_for_how_long_and_the_lead_is_looked_up_then()
    {
        await using var app = await TestApp.StartAtRest();
        app.ReplyIo.State.Play(new(Scene.Unavailable, Calls: 1, RetryAfter: TimeSpan.FromMinutes(5)));
        await app.SubmitsInTurn("ann@example.com", "ben@example.com");

        await app.Passes(TimeSpan.FromSeconds(299));
        Assert.Equal((1, GateReason.RateLimited), ((int)app.ReplyIo.State.Received, (await app.Gate()).Reason));
        Assert.Equal(DeliveryState.Unconfirmed, (await app.DeliveryOf("ann@example.com")).State);

        await app.PassesUntil(TimeSpan.FromSeconds(1), () => app.AllAre(DeliveryState.Delivered), TimeSpan.FromMinutes(2));
        Assert.True(app.ReplyIo.State.HasEachOnce(["ann@example.com", "ben@example.com"]));
    }
}
