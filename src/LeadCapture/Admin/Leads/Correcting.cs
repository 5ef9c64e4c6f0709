using LeadCapture.Admin.Audit;
using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.Forms;
using LeadCapture.Leads;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Leads;

/// What a person saves: seen are the attempts and the last correction that the page was made with.
public sealed record CorrectionOrder(Guid LeadId, int SeenAttempts, int SeenCorrection, Answers Answers, string Why, bool Resubmit);

/// Saves corrected answers as a version, with what was before; never while a worker sends the lead, never over another's correction.
public sealed class Correcting(LeadDb db, Decisions decisions, AuditLog audit, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<Verdict> Save(CorrectionOrder order, Me by, FormDefinition form)
    {
        var verdict = await db.Together(async () =>
        {
            if (await decisions.Hold(order.LeadId) is not { } delivery)
                return Verdict.UnderWay;
            var last = await db.Corrections.CountAsync(correction => correction.LeadId == order.LeadId);
            if (last != order.SeenCorrection || delivery.Attempts != order.SeenAttempts || (order.Resubmit && !delivery.MayResubmit))
                return Verdict.Changed;
            var before = await db.Leads.Where(lead => lead.Id == order.LeadId).Select(lead => lead.Answers).SingleAsync();
            var changes = Change.Between(Answers.Parse(before), order.Answers, form);
            if (changes.Count > 0)
                await Correct(order, by, delivery, before, changes);
            if (order.Resubmit)
                Resubmit(order, delivery);
            await db.SaveChangesAsync();
            return Verdict.Done;
        });
        if (verdict == Verdict.Done)
            decisions.Wake();
        return verdict;
    }

    private async Task Correct(CorrectionOrder order, Me by, Delivery delivery, string before, IReadOnlyList<Change> changes)
    {
        var (after, email) = (order.Answers.ToJson(), order.Answers.Email?.ToLowerInvariant());
        await db.Leads.Where(lead => lead.Id == order.LeadId).ExecuteUpdateAsync(set => set
            .SetProperty(lead => lead.Answers, after).SetProperty(lead => lead.Email, email));
        db.Corrections.Add(new()
        {
            LeadId = order.LeadId,
            Number = order.SeenCorrection + 1,
            At = Now,
            UserId = by.Id,
            Who = $"{by.Name} <{by.Email}>",
            Why = order.Why,
            Before = before,
            After = after,
        });
        delivery.Postpone(Now);
        delivery.Keep([.. ProblemsJson.Read(delivery.Problems).Where(problem => !IsMeant(problem.Field, changes))]);
        // Which answers, not what they say.
        audit.Note(Act.Corrected, "lead", order.LeadId,
            $"correction {order.SeenCorrection + 1}: {string.Join(", ", changes.Select(change => change.Label))}");
    }

    private void Resubmit(CorrectionOrder order, Delivery delivery)
    {
        delivery.Resubmit(Now);
        audit.Note(Act.Resubmitted, "lead", order.LeadId, "");
    }

    /// Custom fields are complained about by number, which any change of them may have moved.
    private static bool IsMeant(string field, IReadOnlyList<Change> changes) => changes.Any(change => change.IsCustom
        ? field.StartsWith("customFields", StringComparison.Ordinal)
        : field == change.Id);
}
