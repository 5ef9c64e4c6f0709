using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.ReplyIo;
using LeadCapture.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LeadCapture.Tests.Deliveries;

/// A program that was held up for longer than it may act on what it claimed.
public class LeaseTests
{
    private const string Ann = "ann@example.com";

    [Fact]
    public async Task What_is_still_held_when_its_time_is_over_is_not_sent()
    {
        var clock = new SetClock { RunsAway = true };
        await using var app = await TestApp.Start(new TestAppPlan
        {
            Settings = ["Reply:InlineWait=00:00:00"],
            // The store's own clock is right: only what this machine measures is not.
            Configure = builder => builder.Services.AddSingleton(new MachineClock(clock)).AddSingleton(TimeProvider.System),
        });

        await app.Submits(Ann);
        await TestApp.Eventually(async () => (await app.DeliveryOf(Ann)).Cause == Cause.NotSent, "it was not sent");
        Assert.Equal((0, DeliveryState.Waiting), ((int)app.ReplyIo.State.Received, (await app.DeliveryOf(Ann)).State));

        clock.RunsAway = false;
        await app.IsDelivered(Ann);
        Assert.Equal(1, app.ReplyIo.State.Received);
    }
}
