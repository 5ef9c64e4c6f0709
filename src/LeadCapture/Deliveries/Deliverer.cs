using System.Diagnostics;
using LeadCapture.Data;
using LeadCapture.Deliveries.Queue;
using LeadCapture.Forms;
using LeadCapture.Leads;
using LeadCapture.ReplyIo;

namespace LeadCapture.Deliveries;

/// One attempt: the only code that calls Reply.io for a lead.
public sealed partial class Deliverer(
    ReplyIoClient replyIo, FormCatalog forms, Store store, DeliveryQueue queue, AttemptMeter meter,
    EventNotes notes, ILogger<Deliverer> logger)
{
    public async Task<Delivery> Deliver(Claimed claimed, Action callEnded, CancellationToken stopping)
    {
        var (delivery, lead, attempt, connection, lease) = claimed;
        var started = Stopwatch.GetTimestamp();
        // The mapping of this moment, and the key and address of its claim: not those of when the lead came in.
        var form = await forms.MappingOf(lead.FormId, lead.FormVersion);
        var answers = SubmittedAnswers.Parse(lead.AnswersJson);
        var contact = await notes.AddTo(answers.ToContact(form), lead);
        var answer = await Call(contact, claimed, stopping);
        callEnded();
        meter.Ended(attempt.Kind, answer, Stopwatch.GetElapsedTime(started));
        if (await queue.Complete(claimed, answer, contact, await PlanOf(form, answers, claimed, answer)))
            Attempted(attempt.Kind, lead.Id, delivery.Attempts, answer.Cause, answer.Status, (int)Stopwatch.GetElapsedTime(started).TotalMilliseconds,
                delivery.State);
        else
            Superseded(lead.Id, attempt.Id);
        return delivery;
    }

    private Task<ReplyIoResult> Call(NewContact contact, Claimed claimed, CancellationToken stopping)
    {
        var (delivery, _, attempt, connection, lease) = claimed;
        bool MaySend() => lease.HasRoom;
        return attempt.Kind switch
        {
            AttemptKind.Create => replyIo.Create(contact, connection, stopping, MaySend),
            AttemptKind.Update => replyIo.Update(delivery.ContactId!.Value, contact, connection, stopping, MaySend),
            AttemptKind.AddToList =>
                replyIo.AddToList(delivery.FollowUp!.ListIds[0], delivery.ContactId!.Value, connection, stopping, MaySend),
            AttemptKind.Enroll => Enroll(delivery.FollowUp!, contact, claimed, stopping),
            AttemptKind.Unenroll =>
                replyIo.Unenroll(delivery.FollowUp!.SequenceId!.Value, delivery.ContactId!.Value, connection, stopping, MaySend),
            _ => LookUp(contact, claimed, stopping),
        };
    }

    /// A contact that leaves its other sequences would begin anew also in this one: Reply.io refuses nobody then. So it is read first,
    /// while no other lead of the person is under way; and one that has waited is, where another sequence keeps it. Found: it does.
    private async Task<ReplyIoResult> Enroll(FollowUp plan, NewContact contact, Claimed claimed, CancellationToken stopping)
    {
        var (id, lease) = (claimed.Delivery.ContactId!.Value, claimed.Lease);
        if (!plan.Order.RemoveFromExisting && !plan.IsJudgedAgain)
            return await replyIo.Enroll(plan.Order, id, claimed.Connection, stopping, () => lease.HasRoom);
        var found = await LookUp(contact, claimed, stopping);
        if (found.Cause == Cause.Found && found.Contact!.Id == id && (plan.IsIn(found.Contact) || plan.IsLeftTo(found.Contact)))
            return plan.IsIn(found.Contact) ? found with { Cause = Cause.AlreadyEnrolled } : found;
        if (found.Cause is not (Cause.Found or Cause.NotFound or Cause.LookUpNotOffered))
            return found;
        var answer = await replyIo.Enroll(plan.Order, id, claimed.Connection, stopping, () => lease.HasRoom);
        return answer with { Calls = found.Calls + answer.Calls };
    }

    /// Null: nothing follows. Where a lead was captured is asked only once Reply.io has told of a contact.
    private async Task<FollowUpPlan?> PlanOf(FormDefinition form, SubmittedAnswers answers, Claimed claimed, ReplyIoResult answer)
    {
        var (delivery, lead) = (claimed.Delivery, claimed.Lead);
        var sequence = answer.Contact is not null && delivery.Step == DeliveryStep.Contact ? await BoothSequence.Of(lead, store) : null;
        return form.AfterDelivery is null && sequence is null
            ? null
            : (contact, isOwn, now) => FollowUp.Of(form, answers, (contact, isOwn), sequence, lead.AnswersVersion, now);
    }

    /// By email address, and where that does not settle it by LinkedIn profile. Of several contacts the one that is ours.
    private async Task<ReplyIoResult> LookUp(NewContact contact, Claimed claimed, CancellationToken stopping)
    {
        var (delivery, connection) = (claimed.Delivery, claimed.Connection);
        delivery.LeaveToOthers(await ContactsOfOthers(claimed.Lead));
        bool IsOurs(Contact found, TimeSpan? offset) => delivery.Step != DeliveryStep.Contact ? found.Id == delivery.ContactId
            : delivery.IsAddedByUs(found, offset) || found.Has(contact, mayLackCustomFields: false);
        if (contact.Email is null || contact.LinkedInUrl is null)
            return await replyIo.LookUp(contact.Email, contact.LinkedInUrl, connection, stopping, IsOurs);
        var byEmail = await replyIo.LookUp(contact.Email, null, connection, stopping, IsOurs, ReplyIoClient.MostPages - 1);
        if (byEmail.Cause is not (Cause.Found or Cause.NotFound)
            || (byEmail.Contact is { } found && IsOurs(found, byEmail.ClockOffset)))
            return byEmail;
        var rest = ReplyIoClient.MostPages - byEmail.Calls;
        var byLinkedIn = await replyIo.LookUp(null, contact.LinkedInUrl, connection, stopping, IsOurs, Math.Max(1, rest));
        byLinkedIn = byLinkedIn with { Calls = byEmail.Calls + byLinkedIn.Calls };
        return byLinkedIn.Cause == Cause.NotFound ? byEmail with { Calls = byLinkedIn.Calls } : byLinkedIn;
    }

    private async Task<HashSet<int>> ContactsOfOthers(Lead lead)
    {
        if (lead.Email is null)
            return [];
        await using var reading = await store.Read();
        return [.. await DeliveryRow.ContactsOfOthers(reading, lead)];
    }

    [LoggerMessage(LogLevel.Information,
        "{Kind} for lead {LeadId}, attempt {Attempt}: {Cause}, status {Status}, {Milliseconds} ms; the lead is {State}")]
    private partial void Attempted(
        AttemptKind kind, Guid leadId, int attempt, Cause cause, int? status, int milliseconds, DeliveryState state);

    [LoggerMessage(LogLevel.Warning, "Attempt {AttemptId} for lead {LeadId} ended after its lease expired; its result is ignored")]
    private partial void Superseded(Guid leadId, Guid attemptId);
}
