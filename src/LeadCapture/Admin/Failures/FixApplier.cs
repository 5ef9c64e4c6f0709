using LeadCapture.Admin.Leads;
using LeadCapture.Admin.Runs;
using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.Forms;
using LeadCapture.Leads;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Failures;

/// What a run does to a lead whose delivery it holds: applies its fix or its line of a file as a version, or takes such a version back.
public sealed class FixApplier(LeadDb db, Versions versions, FormCatalog forms)
{
    /// False where the fix changes nothing, where the form's rules forbid it, and where a person has corrected the lead since.
    public async Task<bool> Apply(Run run, Delivery delivery)
    {
        var (lead, newest) = (await LeadOf(delivery), await NewestOf(delivery));
        if (newest?.At > run.OrderedAt)
            return false;
        var form = await FormOf(lead);
        var healing = FixPreview.Of(SubmittedAnswers.Parse(lead.AnswersJson), Fix.Parse(run.Fix!), form);
        if (healing.Effect != Effect.Changed)
            return false;
        await Keep(run, delivery, newest, healing.After, form);
        return true;
    }

    /// False where the lead was corrected since the file was read.
    public async Task<bool> Write(Run run, RunLead line, Delivery delivery)
    {
        var newest = await NewestOf(delivery);
        if ((newest?.Number ?? 0) != line.Corrections)
            return false;
        await Keep(run, delivery, newest, SubmittedAnswers.Parse(line.AnswersJson!), await FormOf(await LeadOf(delivery)));
        return true;
    }

    /// False where a newer version stands on top of it.
    public async Task<bool> TakeBack(Run run, Delivery delivery)
    {
        var newest = await NewestOf(delivery);
        if (newest is null || newest.RunId != run.OfRun)
            return false;
        await Keep(run, delivery, newest, SubmittedAnswers.Parse(newest.Before), await FormOf(await LeadOf(delivery)));
        delivery.TakeBack();
        return true;
    }

    private Task<IReadOnlyList<Change>> Keep(Run run, Delivery delivery, Correction? newest, SubmittedAnswers answers, FormDefinition form) =>
        versions.Add(delivery, new((newest?.Number ?? 0) + 1, answers, run.UserId, run.Who, run.Reason) { RunId = run.Id }, form);

    private Task<Lead> LeadOf(Delivery delivery) => db.Leads.AsNoTracking().SingleAsync(lead => lead.Id == delivery.LeadId);

    private Task<Correction?> NewestOf(Delivery delivery) => db.Corrections.AsNoTracking()
        .Where(correction => correction.LeadId == delivery.LeadId).OrderByDescending(correction => correction.Number)
        .FirstOrDefaultAsync();

    private async Task<FormDefinition> FormOf(Lead lead) => (await forms.Version(lead.FormId, lead.FormVersion)).Definition;
}
