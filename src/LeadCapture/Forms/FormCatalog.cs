using System.Collections.Concurrent;
using System.Collections.Frozen;
using LeadCapture.Data;
using LeadCapture.Leads;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Forms;

/// The published forms, in memory. Asked again after a while, because another node may have published a version.
public sealed partial class FormCatalog(IDbContextFactory<LeadDb> databases, TimeProvider clock, ILogger<FormCatalog> logger)
    : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<(int Form, int Version), PublishedForm> versions = new();
    private readonly SemaphoreSlim reading = new(1, 1);
    private volatile Shelf shelf = new(FrozenDictionary<string, PublishedForm>.Empty, DateTimeOffset.MinValue);

    public async ValueTask<PublishedForm?> Find(string slug) => (await Published()).GetValueOrDefault(slug);

    public async ValueTask<IReadOnlyList<PublishedForm>> All() => [.. (await Published()).Values.OrderBy(form => form.Id)];

    /// The version that a lead was captured with.
    public async ValueTask<PublishedForm> Version(int formId, int number) => (await Stored(formId, number))!;

    /// The version that a page showed: one that was published meanwhile must not lose what a visitor typed.
    public async ValueTask<PublishedForm> Shown(PublishedForm published, int? version) =>
        version is { } number && number != published.Version && number > 0
            ? await Stored(published.Id, number) ?? published
            : published;

    private async ValueTask<PublishedForm?> Stored(int formId, int number)
    {
        if (versions.TryGetValue((formId, number), out var known))
            return known;
        await using var db = await databases.CreateDbContextAsync();
        var form = await db.Forms.AsNoTracking().Include(f => f.Versions.Where(v => v.Number == number)).SingleAsync(f => f.Id == formId);
        return form.Versions.Count == 0 ? null : versions.GetOrAdd((formId, number), PublishedForm.Of(form, form.Versions[0]));
    }

    /// Today's mapping of the form; of the lead's own version where the form is no longer published.
    public async ValueTask<FormDefinition> MappingOf(Lead lead) =>
        ((await Published()).Values.FirstOrDefault(form => form.Id == lead.FormId) ?? await Version(lead.FormId, lead.FormVersion)).Definition;

    public void Dispose() => reading.Dispose();

    private async ValueTask<FrozenDictionary<string, PublishedForm>> Published()
    {
        var seen = shelf;
        if (clock.GetUtcNow() - seen.ReadAt < Fresh)
            return seen.Forms;
        await reading.WaitAsync();
        try
        {
            return shelf == seen ? (shelf = await ReadAgain(seen)).Forms : shelf.Forms;
        }
        finally
        {
            reading.Release();
        }
    }

    /// Where the store does not answer, a visitor gets back what was typed: for that the forms of before will do.
    private async Task<Shelf> ReadAgain(Shelf seen)
    {
        try
        {
            return await Read();
        }
        catch (Exception fault) when (seen.Forms.Count > 0)
        {
            ReadFailed(fault);
            return seen with { ReadAt = clock.GetUtcNow() - Fresh + PauseAfterFault };
        }
    }

    private async Task<Shelf> Read()
    {
        await using var db = await databases.CreateDbContextAsync();
        var forms = await (
            from form in db.Forms
            join version in db.FormVersions on new { FormId = form.Id, Number = form.PublishedVersion } equals new { version.FormId, version.Number }
            select new { form, version }).AsNoTracking().ToListAsync();
        var published = forms.Select(one => versions.GetOrAdd((one.form.Id, one.version.Number), _ => PublishedForm.Of(one.form, one.version)));
        return new(published.ToFrozenDictionary(form => form.Slug, StringComparer.OrdinalIgnoreCase), clock.GetUtcNow());
    }

    [LoggerMessage(LogLevel.Warning, "The forms could not be read again; those of before are shown")]
    private partial void ReadFailed(Exception fault);

    private sealed record Shelf(FrozenDictionary<string, PublishedForm> Forms, DateTimeOffset ReadAt);
}

/// A form in one of its versions, ready for use.
public sealed record PublishedForm(int Id, string Slug, int Version, FormDefinition Definition)
{
    public static PublishedForm Of(Form form, FormVersion version) =>
        new(form.Id, form.Slug, version.Number, FormDefinition.Parse(version.Definition));
}
