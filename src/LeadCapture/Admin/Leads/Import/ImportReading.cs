using System.Runtime.CompilerServices;
using LeadCapture.Admin.Audit;
using LeadCapture.Admin.Runs;
using LeadCapture.Data;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Leads.Import;

/// Reads the file of a run: what can be taken joins the run, the other lines are kept, to be corrected and imported again.
public sealed class ImportReading(LeadDb db, ImportCheck check, AuditLog audit)
{
    /// Null where there is no file to read any more.
    private ImportReview? review;

    /// The lines that cannot be taken, as a file.
    private string left = "";

    /// In pieces. What needs attention comes last: it is sent, a few first, and no other correction is to wait for that.
    public async IAsyncEnumerable<RunMember[]> Members(int run, int most, [EnumeratorCancellation] CancellationToken stop)
    {
        if (await db.LeadImports.AsNoTracking().SingleOrDefaultAsync(import => import.RunId == run, stop) is not { } import)
            yield break;
        var table = LeadTableReader.Read(import.Text, stop).Table!;
        review = new(table);
        var joined = await db.RunLeads.Where(lead => lead.RunId == run).Select(lead => lead.LeadId).ToHashSetAsync(stop);
        List<RunMember> last = [];
        foreach (var lines in table.Lines.Chunk(most))
        {
            stop.ThrowIfCancellationRequested();
            var found = await check.Of(table, lines);
            review.Add(found);
            var planned = found.Select(line => line.Planned).OfType<PlannedCorrection>()
                .Where(planned => !joined.Contains(planned.LeadId)).ToLookup(planned => planned.NeedsAttention, Member);
            last.AddRange(planned[true]);
            yield return [.. planned[false]];
        }
        foreach (var piece in last.Chunk(most))
            yield return piece;
        left = BadLines.Text(review);
    }

    /// What has become of its lines, stored together with the run.
    public async Task Finish(Run run)
    {
        if (review is null)
        {
            run.Stop("The file has expired");
            audit.NoteItself(AuditAction.StoppedRun, "run", run.Id, run.Outcome);
            return;
        }
        var (unchanged, bad) = (review.Unchanged, review.Bad.Count);
        await db.LeadImports.Where(import => import.RunId == run.Id).ExecuteUpdateAsync(set => set
            .SetProperty(import => import.Text, left).SetProperty(import => import.Unchanged, unchanged)
            .SetProperty(import => import.NotTaken, bad));
        run.Collected(0, null);
        // Counts only: what the leads say stands with their corrections.
        audit.NoteItself(AuditAction.Imported, "run", run.Id, $"{review.Changed} to correct, {unchanged} unchanged, {bad} with errors");
    }

    private static RunMember Member(PlannedCorrection planned) => new(planned.LeadId, planned.Answers.ToJson(), planned.Seen);
}
