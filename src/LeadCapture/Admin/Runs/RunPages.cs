using LeadCapture.Admin.Leads.Import;
using LeadCapture.Admin.Leads;
using LeadCapture.Catalogue;
using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.Leads;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Runs;

public sealed class RunPages(LeadDb db, RunPace pace, ReplyIoCatalogue catalogue)
{
    private const int PageSize = 50;
    private const int Failures = 20;

    public async Task<RunPage?> Of(int id, CancellationToken aborted)
    {
        if (await Find(id, aborted) is not { } run)
            return null;
        var failed = await Members(id, RunLeadState.Failed, 0, Failures, aborted);
        var gate = await db.Gates.AsNoTracking().SingleAsync(aborted);
        return new(run, gate, await pace.Now(gate), failed)
        {
            File = run.Order.Imports() || run.Order.TakesIn() ? await FileOf(id, aborted) : null,
            Sequence = run.SequenceId is { } sequence ? await NameOf(sequence) : null,
            Corrections = await db.Corrections.CountAsync(correction => correction.RunId == id, aborted),
        };
    }

    public async Task<RunLeadsPage?> LeadsOf(int id, RunLeadState? state, int after, CancellationToken aborted)
    {
        if (await Find(id, aborted) is not { } run)
            return null;
        state = state is { } named && Enum.IsDefined(named) ? named : null;
        var found = await Members(id, state, after, PageSize + 1, aborted);
        var shown = found.Take(PageSize).ToList();
        return new(run, state, shown, new(
            First: after > 0 ? new(RunRoutes.Leads, new { id, state }) : null,
            Next: found.Count > PageSize ? new(RunRoutes.Leads, new { id, state, after = shown[^1].Place }) : null));
    }

    public async Task<RunsPage> List(int? before, CancellationToken aborted)
    {
        var runs = await db.Runs.AsNoTracking().Where(run => before == null || run.Id < before)
            .OrderByDescending(run => run.Id).Take(PageSize + 1).ToListAsync(aborted);
        var shown = runs.Take(PageSize).ToList();
        return new(shown, new(
            First: before is null ? null : new(RunRoutes.List),
            Next: runs.Count > PageSize ? new(RunRoutes.List, new { before = shown[^1].Id }) : null));
    }

    /// Without its text. Null while it is read, and when its time is over.
    private Task<ReadFile?> FileOf(int run, CancellationToken aborted) => db.LeadImports
        .Where(import => import.RunId == run && import.NotTaken != null)
        .Select(import => new ReadFile(import.Id, import.Unchanged, import.NotTaken!.Value)).SingleOrDefaultAsync(aborted);

    private async Task<string> NameOf(int sequence) =>
        (await catalogue.Get()).Content.Sequences.FirstOrDefault(one => one.Id == sequence)?.Name ?? RunText.T["Sequence {0}", sequence].Value;

    private Task<Run?> Find(int id, CancellationToken aborted) =>
        db.Runs.AsNoTracking().SingleOrDefaultAsync(run => run.Id == id, aborted);

    /// In two questions: joined in one, a database may begin with all there are.
    private async Task<List<ListedRunLead>> Members(int id, RunLeadState? state, int after, int count, CancellationToken aborted)
    {
        var members = db.RunLeads.AsNoTracking().Where(lead => lead.RunId == id && lead.Position > after);
        if (state is { } wanted)
            members = members.Where(lead => lead.State == wanted);
        var found = await members.OrderBy(lead => lead.Position).Take(count).ToListAsync(aborted);
        if (found.Count == 0)
            return [];
        var ids = found.ConvertAll(lead => lead.LeadId);
        var leads = await db.Deliveries.AsNoTracking().Where(delivery => ids.Contains(delivery.LeadId))
            .Select(ListedLead.Of).ToDictionaryAsync(lead => lead.Id, aborted);
        return found.ConvertAll(lead => new ListedRunLead(lead.Position, lead.State, leads[lead.LeadId]));
    }
}
