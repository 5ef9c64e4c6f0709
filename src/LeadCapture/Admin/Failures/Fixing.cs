using LeadCapture.Admin.Leads;
using LeadCapture.Admin.Runs;
using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.Forms;
using LeadCapture.Leads;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Failures;

/// What a run does to a lead whose delivery it holds: applies its fix or its line of a file as a version, or takes such a version back.
public sealed class Fixing(LeadDb db, Versions versions, FormCatalog forms)
{
    /// False where the fix changes nothing, where the form's rules forbid it, and where a person has corrected the lead since.
    public Task<bool> Apply(Run run, Delivery delivery) => Correct(run, delivery, (before, form) =>
        Healing.Of(before, Fix.Parse(run.Fix!), form) is { Effect: Effect.Changed, After: var after } ? after : null);

    /// False where a person has corrected the lead since.
    public Task<bool> Write(Run run, Delivery delivery, Answers answers) => Correct(run, delivery, (_, _) => answers);

    /// False where a newer version stands on top of it.
    public async Task<bool> TakeBack(Run run, Delivery delivery)
    {
        var newest = await NewestOf(delivery);
        if (newest is null || newest.RunId != run.OfRun)
            return false;
        await Keep(run, delivery, newest, Answers.Parse(newest.Before), await FormOf(await LeadOf(delivery)));
        delivery.TakeBack();
        return true;
    }

    private async Task<bool> Correct(Run run, Delivery delivery, Func<Answers, FormDefinition, Answers?> change)
    {
        var (lead, newest) = (await LeadOf(delivery), await NewestOf(delivery));
        if (newest?.At > run.OrderedAt)
            return false;
        var form = await FormOf(lead);
        if (change(Answers.Parse(lead.Answers), form) is not { } after)
            return false;
        await Keep(run, delivery, newest, after, form);
        return true;
    }

    private Task<IReadOnlyList<Change>> Keep(Run run, Delivery delivery, Correction? newest, Answers answers, FormDefinition form) => versions.Add(
        delivery, new((newest?.Number ?? 0) + 1, answers, run.UserId, run.Who, run.Reason) { RunId = run.Id }, form);

    private Task<Lead> LeadOf(Delivery delivery) => db.Leads.AsNoTracking().SingleAsync(lead => lead.Id == delivery.LeadId);

    private Task<Correction?> NewestOf(Delivery delivery) => db.Corrections.AsNoTracking()
        .Where(correction => correction.LeadId == delivery.LeadId).OrderByDescending(correction => correction.Number)
        .FirstOrDefaultAsync();

    private async Task<FormDefinition> FormOf(Lead lead) => (await forms.Version(lead.FormId, lead.FormVersion)).Definition;
}
