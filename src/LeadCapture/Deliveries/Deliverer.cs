using System.Diagnostics;
using LeadCapture.Forms;
using LeadCapture.Leads;
using LeadCapture.ReplyIo;

namespace LeadCapture.Deliveries;

/// One attempt: the only code that calls Reply.io for a lead.
public sealed partial class Deliverer(
    ReplyIoClient replyIo, FormCatalog forms, Ledger ledger, ILogger<Deliverer> logger)
{
    public async Task<Delivery> Deliver(Claimed claimed, Action callEnded, CancellationToken stopping)
    {
        var (delivery, lead, attempt, connection) = claimed;
        var started = Stopwatch.GetTimestamp();
        // The mapping of this moment, and the key and address of its claim: not those of when the lead came in.
        var contact = Answers.Parse(lead.Answers).ToContact(await forms.MappingOf(lead));
        var answer = attempt.Kind == AttemptKind.LookUp
            ? await LookUp(contact, connection, stopping)
            : await replyIo.Create(contact, connection, stopping);
        callEnded();
        var sent = answer.Outcome == Outcome.Accepted || attempt.Kind == AttemptKind.LookUp ? null : contact;
        if (await ledger.Record(claimed, answer, sent))
            Attempted(attempt.Kind, lead.Id, delivery.Attempts, answer.Cause, answer.Status, (int)Stopwatch.GetElapsedTime(started).TotalMilliseconds,
                delivery.State);
        else
            Superseded(lead.Id, attempt.Id);
        return delivery;
    }

    private async Task<Answer> LookUp(NewContact contact, ReplyIoConnection connection, CancellationToken stopping)
    {
        if (contact.Email is null || contact.LinkedInUrl is null)
            return await replyIo.LookUp(contact.Email, contact.LinkedInUrl, connection, stopping);
        var byEmail = await replyIo.LookUp(contact.Email, null, connection, stopping);
        if (byEmail.Cause != Cause.NotFound)
            return byEmail;
        var byLinkedIn = await replyIo.LookUp(null, contact.LinkedInUrl, connection, stopping);
        return byLinkedIn with { Calls = byEmail.Calls + byLinkedIn.Calls };
    }

    [LoggerMessage(LogLevel.Information,
        "{Kind} for lead {LeadId}, attempt {Attempt}: {Cause}, status {Status}, {Milliseconds} ms; the lead is {State}")]
    private partial void Attempted(
        AttemptKind kind, Guid leadId, int attempt, Cause cause, int? status, int milliseconds, DeliveryState state);

    [LoggerMessage(LogLevel.Warning, "Attempt {AttemptId} for lead {LeadId} ended after its lease; another one counts")]
    private partial void Superseded(Guid leadId, Guid attemptId);
}
