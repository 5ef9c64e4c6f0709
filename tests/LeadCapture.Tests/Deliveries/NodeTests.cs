using LeadCapture.Deliveries;
using LeadCapture.Sandbox;
using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Deliveries;

/// Several programs on one database.
public class NodeTests
{
    private static readonly string[] OneCall = ["Reply:MaxConcurrentCalls=1", "Reply:InlineWait=01:00:00"];

    [Fact]
    public async Task A_visitor_hears_of_a_lead_that_another_node_has_sent()
    {
        // SQLite is for one program alone.
        if (!TestApp.OnPostgreSql)
            return;
        await using var busy = await TestApp.Start(OneCall);
        await using var other = await TestApp.Start(new TestAppPlan { Continues = busy, OwnsData = false });
        busy.ReplyIo.State.Play(new(Scene.Slow, Calls: 1, Delay: TimeSpan.FromSeconds(8)));
        var held = busy.Submits("ann@example.com");
        await TestApp.Eventually(() => Task.FromResult(busy.ReplyIo.State.Received == 1), "its only call is under way");

        // Its own node would wait for an hour.
        await busy.Submits("ben@example.com");

        Assert.Equal(DeliveryState.Delivered, (await busy.DeliveryOf("ben@example.com")).State);
        await held;
    }
}
