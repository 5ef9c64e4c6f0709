using LeadCapture.Admin.Leads.Import;
using LeadCapture.Data;
using LeadCapture.Forms;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Leads.NewLeads;

/// Keeps a file between its steps, and what was made of the columns of files like it.
public sealed class NewLeadFiles(LeadDb db, NewLeadCheck check, FormCatalog forms, TimeProvider clock)
{
    private const int Stretch = 500;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// One for each user, as with corrections.
    public async Task<Guid> Keep(string text, PublishedForm form, CurrentUser by)
    {
        await db.LeadImports.Where(import => import.UserId == by.Id && import.RunId == null && import.FormId != null)
            .ExecuteDeleteAsync();
        var import = new LeadImport
        {
            Id = Guid.CreateVersion7(),
            UserId = by.Id,
            ExpiresAt = Now + LeadImport.KeptForPreview,
            Text = text,
            FormId = form.Id,
        };
        db.LeadImports.Add(import);
        await db.SaveChangesAsync();
        return import.Id;
    }

    /// Null when its time is over; before a run was ordered with it, for everybody else too.
    public Task<LeadImport?> Find(Guid id, CurrentUser by) => db.LeadImports.AsNoTracking().Where(import => import.FormId != null)
        .SingleOrDefaultAsync(import => import.Id == id && (import.UserId == by.Id || import.RunId != null) && import.ExpiresAt > Now);

    /// With what is said of its columns: by somebody for this file, for one with the same head line, or else as it is guessed. Null
    /// where the form is no longer published.
    public async Task<NewLeadFile?> Open(LeadImport import, CancellationToken stop)
    {
        if ((await forms.All()).FirstOrDefault(form => form.Id == import.FormId) is not { } form
            || FileTableReader.Read(import.Text, stop).Table is not { } table)
            return null;
        var said = import.Columns ?? await db.ColumnMappings
            .Where(mapping => mapping.FormId == form.Id && mapping.Head == table.Head)
            .Select(mapping => mapping.Columns).SingleOrDefaultAsync(stop);
        return new(import, form, table, said is null ? ColumnGuess.Of(form.Definition, table) : Placed(table, form.Definition, said));
    }

    /// For this file, and for the next one with the same head line.
    public async Task Map(NewLeadFile file, IReadOnlyList<string> targets)
    {
        var json = NewLeadFile.Json(targets);
        var remembered = NewLeadFile.Json(targets.Where((_, column) => !file.Table.IsTold(column)));
        await db.LeadImports.Where(import => import.Id == file.Import.Id && import.RunId == null)
            .ExecuteUpdateAsync(set => set.SetProperty(import => import.Columns, json));
        var (form, head) = (file.Form.Id, file.Table.Head);
        var known = db.ColumnMappings.Where(mapping => mapping.FormId == form && mapping.Head == head);
        if (await known.ExecuteUpdateAsync(set => set.SetProperty(mapping => mapping.Columns, remembered)) > 0)
            return;
        db.ColumnMappings.Add(new() { FormId = form, Head = head, Columns = remembered });
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException)
        {
            // Somebody else has just said something of such a file.
            db.ChangeTracker.Clear();
            await known.ExecuteUpdateAsync(set => set.SetProperty(mapping => mapping.Columns, remembered));
        }
    }

    public async Task<NewLeadReview> Review(NewLeadFile file, CancellationToken stop)
    {
        var review = new NewLeadReview(file);
        HashSet<string> seen = [];
        foreach (var lines in file.Table.Lines.Chunk(Stretch))
        {
            stop.ThrowIfCancellationRequested();
            review.Add(await check.Of(file, lines, seen));
        }
        return review;
    }

    /// Of a file that has the problems of an earlier one beside its columns, these are passed over; so is what the form no longer asks.
    private static string[] Placed(FileTable table, FormDefinition form, string said)
    {
        var known = Target.Of(form).Select(target => target.Value).Append(Target.Custom).ToHashSet();
        var targets = NewLeadFile.Parse(said);
        if (targets.Length == table.Headings.Count)
            return [.. targets.Select(target => known.Contains(target) ? target : Target.None)];
        var next = new Queue<string>(targets);
        return [.. table.Headings.Select((_, column) =>
            !table.IsTold(column) && next.TryDequeue(out var target) && known.Contains(target) ? target : Target.None)];
    }
}
