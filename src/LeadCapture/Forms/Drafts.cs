using LeadCapture.Data;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Forms;

/// The drafts of forms: what people change before they publish it. Nothing here is saved before SaveChanges.
public sealed class Drafts(LeadDb db, TimeProvider clock)
{
    /// How many changes can be undone.
    public const int Kept = 50;

    public async Task<Draft?> Find(string slug)
    {
        var form = await db.Forms.SingleOrDefaultAsync(one => one.Slug == slug);
        return form is null ? null : await Of(form);
    }

    /// Of every form, asked for at once. They do not tell what can be undone.
    public async Task<IReadOnlyList<Draft>> All(CancellationToken aborted)
    {
        var (states, versions) = (db.DraftStates, db.FormVersions);
        var forms = from form in db.Forms.AsNoTracking()
                    from state in states.Where(one => one.FormId == form.Id && one.Number == form.Draft).DefaultIfEmpty()
                    from version in versions.Where(one => one.FormId == form.Id && one.Number == form.PublishedVersion).DefaultIfEmpty()
                    select new { form, state, version };
        return (await forms.ToListAsync(aborted)).ConvertAll(found => Of(found.form, found.state, found.version));
    }

    /// With what was published as this version in the place of the draft; null where there is none.
    public async Task<Draft?> Find(string slug, int? version)
    {
        var draft = await Find(slug);
        if (draft is null || version is null)
            return draft;
        var published = await db.FormVersions.AsNoTracking()
            .SingleOrDefaultAsync(one => one.FormId == draft.Form.Id && one.Number == version);
        return published is null ? null : draft with { Definition = FormDefinition.Parse(published.Definition) };
    }

    /// The state with this number, as long as it is kept.
    public async Task<FormDefinition?> State(Form form, int number) => number == 0
        ? await Published(form)
        : await db.DraftStates.AsNoTracking().SingleOrDefaultAsync(state => state.FormId == form.Id && state.Number == number)
            is { } found ? FormDefinition.Parse(found.Definition) : null;

    /// What was undone before cannot be redone any more.
    public async Task Change(Form form, FormDefinition definition, string by)
    {
        var (seen, next) = (form.Draft, form.LastDraft + 1);
        db.DraftStates.RemoveRange(await db.DraftStates.Where(state => state.FormId == form.Id && state.Number > seen).ToListAsync());
        db.DraftStates.RemoveRange(await db.DraftStates.Where(state => state.FormId == form.Id && state.Number <= seen)
            .OrderByDescending(state => state.Number).Skip(Kept).ToListAsync());
        if (seen == 0 && await Published(form) is { } published)
            Add(form, next++, published, by);
        Add(form, next, definition, by);
        (form.Draft, form.LastDraft) = (next, next);
    }

    /// False where there is nothing to undo.
    public async Task<bool> Undo(Form form) => GoTo(form, await Numbers(form)
        .Where(number => number < form.Draft).OrderDescending().FirstOrDefaultAsync());

    public async Task<bool> Redo(Form form) => GoTo(form, await Numbers(form)
        .Where(number => number > form.Draft).Order().FirstOrDefaultAsync());

    /// False where somebody else changed or published the form since it was read: nothing is saved then, and it can be read again.
    /// A change is saved also where the page that sent it is left at once.
    public async Task<bool> Save(Form form)
    {
        var read = db.Entry(form).OriginalValues.Clone();
        try
        {
            await db.SaveChangesAsync();
            return true;
        }
        // The other one's state may have the same number, or theirs may be the row that was to be changed.
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            var now = await db.Forms.AsNoTracking().SingleAsync(one => one.Id == form.Id);
            if ((now.LastDraft, now.Draft, now.PublishedVersion) == (read.GetValue<int>(nameof(Form.LastDraft)),
                read.GetValue<int>(nameof(Form.Draft)), read.GetValue<int>(nameof(Form.PublishedVersion))))
                throw;
            return false;
        }
    }

    private async Task<Draft> Of(Form form)
    {
        var state = await db.DraftStates.AsNoTracking()
            .SingleOrDefaultAsync(one => one.FormId == form.Id && one.Number == form.Draft);
        var numbers = await Numbers(form).ToListAsync();
        return Of(form, state, await Version(form)) with
        {
            CanUndo = numbers.Exists(number => number < form.Draft),
            CanRedo = numbers.Exists(number => number > form.Draft),
        };
    }

    private static Draft Of(Form form, DraftState? state, FormVersion? version)
    {
        var published = version is null ? null : FormDefinition.Parse(version.Definition);
        return new(form, state is null ? published! : FormDefinition.Parse(state.Definition), published)
        {
            ChangedAt = state?.ChangedAt,
            ChangedBy = state?.ChangedBy,
        };
    }

    private IQueryable<int> Numbers(Form form) =>
        db.DraftStates.Where(state => state.FormId == form.Id).Select(state => state.Number);

    private async Task<FormDefinition?> Published(Form form) =>
        await Version(form) is { } found ? FormDefinition.Parse(found.Definition) : null;

    private Task<FormVersion?> Version(Form form) => db.FormVersions.AsNoTracking()
        .SingleOrDefaultAsync(version => version.FormId == form.Id && version.Number == form.PublishedVersion);

    private void Add(Form form, int number, FormDefinition definition, string by) => form.DraftStates.Add(new()
    {
        Number = number,
        ChangedAt = clock.GetUtcNow().UtcDateTime,
        ChangedBy = by,
        Definition = definition.ToJson(),
    });

    private static bool GoTo(Form form, int number)
    {
        if (number > 0)
            form.Draft = number;
        return number > 0;
    }
}

/// A form as people change it, beside what visitors see. Published: null where nothing is.
public sealed record Draft(Form Form, FormDefinition Definition, FormDefinition? Published)
{
    /// When and by whom it was last changed; null where nobody has.
    public DateTime? ChangedAt { get; init; }
    public string? ChangedBy { get; init; }

    public bool CanUndo { get; init; }
    public bool CanRedo { get; init; }

    public int Number => Form.Draft;

    /// As pages show it, with the number of no version.
    public PublishedForm Shown => new(Form.Id, Form.Slug, Form.Unpublished, Definition);

    public bool HasChanges => Published is null || Published.ToJson() != Definition.ToJson();
}
