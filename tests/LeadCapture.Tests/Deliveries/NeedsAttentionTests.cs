using LeadCapture.Deliveries;
using LeadCapture.ReplyIo;
using LeadCapture.Sandbox;
using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Deliveries;

public class NeedsAttentionTests
{
    private const string Ann = "ann@example.com";

    [Fact]
    public async Task A_refused_lead_waits_for_a_person_with_the_reason_beside_its_field()
    {
        await using var app = await TestApp.StartAtRest();
        app.ReplyIo.State.Play(new(Scene.Refuse, Field: "firstName"));

        var confirmation = await app.Submits(Ann);
        await app.Settles();
        await app.Passes(TimeSpan.FromDays(7));

        var delivery = await app.DeliveryOf(Ann);
        Assert.Equal((DeliveryState.NeedsAttention, Cause.Rejected), (delivery.State, delivery.Cause));
        Assert.Equal("""[{"field":"firstName","detail":"was refused by the sandbox"}]""", delivery.Problems);
        Assert.Contains("was refused by the sandbox", delivery.Reason, StringComparison.Ordinal);
        Assert.Equal(1, app.ReplyIo.State.Received);
        var page = await app.Reads(confirmation);
        Assert.Contains("data-delivery=\"needs-attention\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_of_a_refused_lead_keeps_what_was_sent_and_what_came_back()
    {
        await using var app = await TestApp.StartAtRest();
        app.ReplyIo.State.Play(Scene.Refuse);

        await app.SubmitsInTurn(Ann);

        var attempt = Assert.Single(await app.AttemptsOf(Ann));
        Assert.Equal((Outcome.Refused, 400), (attempt.Outcome, attempt.Status));
        Assert.Contains(Ann, attempt.Request, StringComparison.Ordinal);
        Assert.Contains("was refused by the sandbox", attempt.Response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_72_hours_of_trying_a_person_decides_and_the_lead_is_kept()
    {
        await using var app = await TestApp.StartAtRest("Reply:RetryBaseDelay=00:00:05");
        app.ReplyIo.State.Play(new(Scene.ServerError, OnlyEmail: Ann));
        await app.SubmitsInTurn(Ann);

        var took = await app.PassesUntil(
            TimeSpan.FromHours(1), () => app.AllAre(DeliveryState.NeedsAttention), atMost: TimeSpan.FromHours(100));

        // What was waited counts. Each of about 25 waits is noticed up to a step later, and the last one may be of nearly five hours.
        Assert.InRange(took, TimeSpan.FromHours(72), TimeSpan.FromHours(100));
        var received = app.ReplyIo.State.Received;
        await app.Passes(TimeSpan.FromDays(400));
        var delivery = await app.DeliveryOf(Ann);
        Assert.Equal(DeliveryState.NeedsAttention, delivery.State);
        Assert.StartsWith("Automatic retries ended after 72 hours.", delivery.Reason, StringComparison.Ordinal);
        Assert.Contains(Ann, delivery.Lead!.AnswersJson, StringComparison.Ordinal);
        Assert.Equal(received, app.ReplyIo.State.Received);
    }
}
