using LeadCapture.Deliveries;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Deliveries;

/// Another node may close the gate between two leads of this one.
public class GateTests
{
    private static readonly string[] NoBudget = ["Reply:RequestsPerMinute=0", "Reply:RequestsPerHour=0"];

    [Fact]
    public async Task A_lead_meets_a_gate_that_was_closed_since_the_last_one()
    {
        await using var app = await TestApp.StartAtRest(NoBudget);
        await app.SubmitsInTurn("ann@example.com");
        await app.Turns(GateReason.ByHand);

        await app.Submits("bob@example.com");

        var delivery = await app.DeliveryOf("bob@example.com");
        Assert.Equal((DeliveryState.Waiting, 0, null), (delivery.State, delivery.Attempts, delivery.AttemptId));
        Assert.Empty(await app.AttemptsOf("bob@example.com"));
        Assert.Equal(0, app.ReplyIo.State.CreatesOf("bob@example.com"));

        await app.Turns(GateReason.None);
        await app.Settles();
        await app.IsDelivered("bob@example.com");
        Assert.Equal(1, app.ReplyIo.State.CreatesOf("bob@example.com"));
    }

    [Fact]
    public async Task Failures_that_another_node_has_seen_hold_no_lead_up()
    {
        await using var app = await TestApp.StartAtRest(NoBudget);
        await app.SubmitsInTurn("ann@example.com");
        await app.Query(db => db.Gates.ExecuteUpdateAsync(set => set.SetProperty(gate => gate.Failures, 2)));

        await app.Submits("bob@example.com");

        await app.IsDelivered("bob@example.com");
        Assert.Equal(0, (await app.Gate()).Failures);
    }

    [Fact]
    public async Task A_limit_that_was_set_since_the_last_lead_holds_for_the_next_one()
    {
        await using var app = await TestApp.StartAtRest(NoBudget);
        await app.SubmitsInTurn("ann@example.com");
        await app.Query(db => db.Gates.ExecuteUpdateAsync(set => set.SetProperty(gate => gate.RequestsPerMinute, 1)));

        await app.SubmitsInTurn("bob@example.com");
        Assert.Equal(1, app.ReplyIo.State.Received);

        await app.PassesUntil(TimeSpan.FromSeconds(30), () => app.AllAre(DeliveryState.Delivered), TimeSpan.FromHours(3));
    }

    [Fact]
    public async Task A_lead_that_is_sent_twice_while_the_gate_is_open_is_one()
    {
        await using var app = await TestApp.StartAtRest(NoBudget);
        await app.SubmitsInTurn("ann@example.com");

        await Task.WhenAll(Enumerable.Repeat("bob@example.com", 10).Select(email => app.Posts(
            "/f/contact", ("email", email), ("firstName", "Bob"), ("submissionId", "the-same-one"))));
        await app.Settles();

        await app.IsDelivered("bob@example.com");
        Assert.Equal(1, app.ReplyIo.State.CreatesOf("bob@example.com"));
    }
}

internal static class GateOfAnotherNode
{
    public static Task<int> Turns(this TestApp app, GateReason reason) =>
        app.Query(db => db.Gates.ExecuteUpdateAsync(set => set.SetProperty(gate => gate.Reason, reason)));
}
