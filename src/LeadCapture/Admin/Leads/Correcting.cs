using LeadCapture.Admin.Audit;
using LeadCapture.Data;
using LeadCapture.Forms;
using LeadCapture.Leads;
using LeadCapture.Localization;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Leads;

/// What a person saves: seen are the attempts and the last correction that the page was made with.
public sealed record CorrectionOrder(Guid LeadId, int SeenAttempts, int SeenCorrection, SubmittedAnswers Answers, string Why, bool Resubmit);

/// Saves corrected answers as a version; never while a worker sends the lead, never over another's correction.
public sealed class Correcting(LeadDb db, Decisions decisions, Versions versions, AuditLog audit)
{
    public async Task<DecisionResult> Save(CorrectionOrder order, CurrentUser by, FormDefinition form)
    {
        var verdict = await db.InTransaction(async () =>
        {
            if (await decisions.LockForUpdate(order.LeadId) is not { } delivery)
                return DecisionResult.UnderWay;
            var last = await db.Corrections.CountAsync(correction => correction.LeadId == order.LeadId);
            if (last != order.SeenCorrection || delivery.Attempts != order.SeenAttempts || (order.Resubmit && !delivery.MayResubmit))
                return DecisionResult.Changed;
            var version = new Version(last + 1, order.Answers, by.Id, by.Who, order.Why);
            Note(order, await versions.Add(delivery, version, form));
            if (order.Resubmit)
                await decisions.Resubmit(delivery);
            await db.SaveChangesAsync();
            return DecisionResult.Done;
        });
        if (verdict == DecisionResult.Done)
            decisions.Wake();
        return verdict;
    }

    /// Which answers, not what they say.
    private void Note(CorrectionOrder order, IReadOnlyList<Change> changes)
    {
        if (changes.Count > 0)
            audit.Note(AuditAction.Corrected, "lead", order.LeadId,
                English.Of(() => $"correction {order.SeenCorrection + 1}: {string.Join(", ", changes.Select(change => change.Label))}"));
    }
}
