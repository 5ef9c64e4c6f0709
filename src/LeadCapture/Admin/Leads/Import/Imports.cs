using LeadCapture.Data;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Leads.Import;

/// Keeps a file for its preview, and shows what it would do.
public sealed class Imports(LeadDb db, ImportCheck check, TimeProvider clock)
{
    private const int Stretch = 500;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// One for each user: the file of before, where nothing was ordered with it, is of no use any more.
    public async Task<Guid> Keep(string text, CurrentUser by)
    {
        await db.LeadImports.Where(import => import.UserId == by.Id && import.RunId == null && import.FormId == null)
            .ExecuteDeleteAsync();
        var import = new LeadImport { Id = Guid.CreateVersion7(), UserId = by.Id, ExpiresAt = Now + LeadImport.KeptForPreview, Text = text };
        db.LeadImports.Add(import);
        await db.SaveChangesAsync();
        return import.Id;
    }

    /// Null when its time is over; before a run was ordered with it, for everybody else too.
    public Task<LeadImport?> Find(Guid id, CurrentUser by) => db.LeadImports.AsNoTracking().Where(import => import.FormId == null)
        .SingleOrDefaultAsync(import => import.Id == id && (import.UserId == by.Id || import.RunId != null) && import.ExpiresAt > Now);

    public async Task<ImportReview> Review(LeadImport import, CancellationToken stop)
    {
        var table = LeadTableReader.Read(import.Text, stop).Table!;
        var review = new ImportReview(table);
        foreach (var lines in table.Lines.Chunk(Stretch))
        {
            stop.ThrowIfCancellationRequested();
            review.Add(await check.Of(table, lines));
        }
        return review;
    }
}
