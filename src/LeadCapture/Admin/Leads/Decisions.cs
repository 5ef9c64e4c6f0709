using LeadCapture.Admin.Audit;
using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.Leads;
using LeadCapture.Submissions.Spam;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Leads;

public enum DecisionResult { Done, Gone, UnderWay, Changed }

/// What a person decides about a delivery: stored together with its note in the audit, and never while a worker holds the lead.
public sealed class Decisions(LeadDb db, AuditLog audit, Resubmission resubmission, SpamLists senders, DeliverySignal signal, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// Seen: the attempts that the page showed. One that came after it may have changed everything.
    public Task<DecisionResult> Resubmit(Guid id, int seen) =>
        Decide(id, seen, delivery => delivery.MayResubmit, resubmission.Order, AuditAction.Resubmitted, "");

    public Task<DecisionResult> Discard(Guid id, int seen, string reason) =>
        Decide(id, seen, delivery => delivery.MayDiscard, delivery => delivery.Discard(reason), AuditAction.Discarded, reason);

    public Task<DecisionResult> Restore(Guid id, int seen) =>
        Decide(id, seen, delivery => delivery.State == DeliveryState.Discarded, delivery => delivery.Restore(), AuditAction.Restored, "");

    /// Its sender is allowed from now on.
    public async Task<DecisionResult> Release(Guid id, int seen)
    {
        var verdict = await Decide(id, seen, delivery => delivery.State == DeliveryState.Quarantined, async delivery =>
        {
            delivery.Release(Now);
            await senders.Learn(db, delivery.Email, Now);
        }, AuditAction.Released, "");
        senders.Forget();
        return verdict;
    }

    public Task<DecisionResult> EnrollNow(Guid id, int seen) => Decide(
        id, seen, delivery => delivery.MayChangeFollowUp, delivery => delivery.EnrollNow(Now), AuditAction.OrderedEnrollment, "");

    public Task<DecisionResult> ChangeSequence(Guid id, int seen, int sequence) => Decide(
        id, seen, delivery => delivery.MayChangeFollowUp && sequence > 0, delivery => delivery.ChangeSequence(sequence, Now),
        AuditAction.ChangedSequence, sequence.ToString(InvariantCulture));

    public Task<DecisionResult> CancelFollowUp(Guid id, int seen) => Decide(
        id, seen, delivery => delivery.MayChangeFollowUp, delivery => delivery.CancelFollowUp(Now), AuditAction.CanceledFollowUp, "");

    public Task<DecisionResult> Enroll(Guid id, int seen, int sequence) => Decide(
        id, seen, delivery => delivery.MayEnroll && sequence > 0, async delivery => delivery.Enroll(sequence, await VersionOf(id), Now),
        AuditAction.OrderedEnrollment, sequence.ToString(InvariantCulture));

    private Task<int> VersionOf(Guid id) => db.Leads.Where(lead => lead.Id == id).Select(lead => lead.AnswersVersion).SingleAsync();

    public Task<DecisionResult> Unenroll(Guid id, int seen) => Decide(
        id, seen, delivery => delivery.MayUnenroll, delivery => delivery.Unenroll(Now), AuditAction.OrderedRemoval, "");

    /// For one who is in a transaction: nobody else changes it until the end of that. Null where a worker holds it.
    public async Task<Delivery?> LockForUpdate(Guid id)
    {
        var free = await db.Deliveries.Where(delivery => delivery.LeadId == id && delivery.AttemptId == null)
            .ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.Attempts, delivery => delivery.Attempts));
        return free == 0 ? null : await db.Deliveries.SingleAsync(delivery => delivery.LeadId == id);
    }

    /// For one who holds it, and saves.
    public async Task Resubmit(Delivery delivery)
    {
        await resubmission.Order(delivery);
        audit.Note(AuditAction.Resubmitted, "lead", delivery.LeadId, "");
    }

    public void Wake() => signal.Wake();

    private Task<DecisionResult> Decide(Guid id, int seen, Func<Delivery, bool> fits, Action<Delivery> change, string act, string text) =>
        Decide(id, seen, fits, delivery =>
        {
            change(delivery);
            return Task.CompletedTask;
        }, act, text);

    private async Task<DecisionResult> Decide(
        Guid id, int seen, Func<Delivery, bool> fits, Func<Delivery, Task> change, string act, string text)
    {
        var verdict = await db.InTransaction(async () =>
        {
            if (await LockForUpdate(id) is not { } delivery)
                return await db.Deliveries.AnyAsync(one => one.LeadId == id) ? DecisionResult.UnderWay : DecisionResult.Gone;
            if (delivery.Attempts != seen || !fits(delivery))
                return DecisionResult.Changed;
            await change(delivery);
            audit.Note(act, "lead", id, text);
            await db.SaveChangesAsync();
            return DecisionResult.Done;
        });
        if (verdict == DecisionResult.Done)
            Wake();
        return verdict;
    }
}
