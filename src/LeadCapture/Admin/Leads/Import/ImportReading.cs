using System.Runtime.CompilerServices;
using LeadCapture.Admin.Audit;
using LeadCapture.Admin.Runs;
using LeadCapture.Data;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Leads.Import;

/// Reads the file of a run: what can be taken joins the run, the other lines are kept, to be corrected and imported again.
public sealed class ImportReading(LeadDb db, ImportCheck check, AuditLog audit)
{
    private ImportReview? review;

    /// None where the file is not kept any more.
    public async IAsyncEnumerable<RunMember[]> Members(int run, int most, [EnumeratorCancellation] CancellationToken stop)
    {
        if (await db.LeadImports.AsNoTracking().SingleOrDefaultAsync(import => import.RunId == run, stop) is not { } import)
            yield break;
        var table = LeadTableReader.Read(import.Text).Table!;
        review = new(table);
        var joined = await db.RunLeads.Where(lead => lead.RunId == run).Select(lead => lead.LeadId).ToHashSetAsync(stop);
        foreach (var lines in table.Lines.Chunk(most))
        {
            stop.ThrowIfCancellationRequested();
            var found = await check.Of(table, lines);
            review.Add(found);
            yield return
            [
                .. found.Select(line => line.Planned).OfType<PlannedCorrection>().Where(planned => !joined.Contains(planned.LeadId))
                    .Select(planned => new RunMember(planned.LeadId, planned.Answers.ToJson())),
            ];
        }
    }

    /// What has become of its lines, stored together with the run.
    public async Task Finish(Run run)
    {
        if (review is null)
        {
            run.Stop("The file is not kept any more");
            return;
        }
        var import = await db.LeadImports.SingleAsync(import => import.RunId == run.Id);
        import.Read(BadLines.Text(review), review.Unchanged, review.Bad.Count);
        run.Collected(0, null);
        // Counts only: what the leads say stands with their corrections.
        audit.NoteItself(Act.Imported, "run", run.Id,
            $"{review.Changed} to correct, {review.Unchanged} unchanged, {review.Bad.Count} not taken");
    }
}
