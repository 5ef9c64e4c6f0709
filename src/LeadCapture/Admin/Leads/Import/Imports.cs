using LeadCapture.Data;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Leads.Import;

/// Keeps a file for its preview, shows what it would do, and does it line by line.
public sealed class Imports(LeadDb db, ImportCheck check, ImportRun run, TimeProvider clock)
{
    private const int Stretch = 500;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// One for each user: the file of before is of no use any more.
    public async Task<Guid> Keep(string text, Me by)
    {
        await db.LeadImports.Where(import => import.UserId == by.Id).ExecuteDeleteAsync();
        var import = new LeadImport { Id = Guid.CreateVersion7(), UserId = by.Id, ExpiresAt = Now + LeadImport.Kept, Text = text };
        db.LeadImports.Add(import);
        await db.SaveChangesAsync();
        return import.Id;
    }

    /// Null when its hour is over, and for everybody else.
    public Task<LeadImport?> Find(Guid id, Me by) => db.LeadImports.AsNoTracking()
        .SingleOrDefaultAsync(import => import.Id == id && import.UserId == by.Id && import.ExpiresAt > Now);

    public async Task<ImportReview> Review(LeadImport import)
    {
        var table = LeadTableReader.Read(import.Text).Table!;
        var review = new ImportReview(table);
        foreach (var lines in table.Lines.Chunk(Stretch))
            review.Add(await check.Of(table, lines));
        return review;
    }

    /// Each line is saved by itself, and what is wrong with one holds up no other. Not given up when the browser goes away.
    public async Task Apply(LeadImport import, string why, bool resubmit, Me by)
    {
        var table = LeadTableReader.Read(import.Text).Table!;
        var review = new ImportReview(table);
        var resubmitted = 0;
        foreach (var lines in table.Lines.Chunk(Stretch))
            foreach (var line in await check.Of(table, lines))
            {
                var done = await run.Save(line, why, resubmit, by);
                review.Add([done]);
                resubmitted += resubmit && done.Planned?.NeedsAttention == true ? 1 : 0;
            }
        await Finish(import, review, resubmitted);
    }

    /// Somebody who pressed twice ends with what the first press did.
    private async Task Finish(LeadImport import, ImportReview review, int resubmitted)
    {
        var (left, corrected, unchanged) = (BadLines.Text(review), review.Changed, review.Unchanged);
        await db.Together(async () =>
        {
            await db.LeadImports.Where(one => one.Id == import.Id && one.Corrected == null).ExecuteUpdateAsync(set => set
                .SetProperty(one => one.Text, left).SetProperty(one => one.Corrected, corrected)
                .SetProperty(one => one.Unchanged, unchanged).SetProperty(one => one.Resubmitted, resubmitted));
            run.Note(review);
            return await db.SaveChangesAsync();
        });
    }
}
