using System.Runtime.CompilerServices;
using LeadCapture.Admin.Audit;
using LeadCapture.Admin.Leads.Import;
using LeadCapture.Admin.Runs;
using LeadCapture.Data;
using LeadCapture.Localization;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Leads.NewLeads;

/// Reads the file of a run: the lines that can be taken in wait for their turn, the others are kept, to be put right and imported again.
public sealed class NewLeadReading(LeadDb db, NewLeadFiles files, NewLeadCheck check, AuditLog audit)
{
    /// Null where there is no file to read any more.
    private NewLeadReview? review;

    /// The lines that cannot be taken in, as a file.
    private string left = "";

    /// In pieces, without those that wait already: an earlier reading may have died on its way.
    public async IAsyncEnumerable<NewLead[]> Lines(int run, int most, [EnumeratorCancellation] CancellationToken stop)
    {
        if (await db.LeadImports.AsNoTracking().SingleOrDefaultAsync(import => import.RunId == run, stop) is not { } import
            || await files.Open(import, stop) is not { } file)
            yield break;
        review = new(file);
        var waiting = await db.NewLeadLines.Where(line => line.RunId == run).Select(line => line.SubmissionId).ToHashSetAsync(stop);
        HashSet<string> seen = [];
        foreach (var lines in file.Table.Lines.Chunk(most))
        {
            stop.ThrowIfCancellationRequested();
            var found = await check.Of(file, lines, seen);
            review.Add(found);
            yield return [.. found.Where(line => line.Fate == LineFate.Ready && !waiting.Contains(line.Id))];
        }
        left = English.Of(() => ProblemLines.Text(review));
    }

    public Task Keep(Run run, NewLead[] lines)
    {
        var (place, form) = (run.Members, review!.File.Form);
        foreach (var line in lines)
            db.NewLeadLines.Add(new()
            {
                RunId = run.Id,
                Position = ++place,
                Number = line.Line.Number,
                FormId = form.Id,
                FormVersion = form.Version,
                SubmissionId = line.Id,
                AnswersJson = line.Read.ToJson(),
            });
        run.Collected(lines.Length, run.Cursor);
        return Task.CompletedTask;
    }

    /// What has become of its lines, stored together with the run.
    public async Task Finish(Run run)
    {
        if (review is null)
        {
            run.Stop("The file has expired, or its form is no longer published");
            audit.NoteItself(AuditAction.StoppedRun, "run", run.Id, run.Outcome);
            return;
        }
        var (known, bad) = (review.Known, review.Bad.Count);
        await db.LeadImports.Where(import => import.RunId == run.Id).ExecuteUpdateAsync(set => set
            .SetProperty(import => import.Text, left).SetProperty(import => import.Unchanged, known)
            .SetProperty(import => import.NotTaken, bad));
        run.Collected(0, null);
        // Counts only: who they are stands with the leads.
        audit.NoteItself(AuditAction.Imported, "run", run.Id,
            $"form {review.File.Form.Slug}: {review.Ready} to import, {known} already imported, {bad} with problems");
    }
}
