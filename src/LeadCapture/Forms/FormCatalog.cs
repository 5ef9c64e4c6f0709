using System.Collections.Concurrent;
using System.Collections.Frozen;
using LeadCapture.Data;

namespace LeadCapture.Forms;

/// The published forms, in memory. Asked again after a while, because another node may have published a version.
public sealed partial class FormCatalog(Store store, TimeProvider clock, ILogger<FormCatalog> logger) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<(int Form, int Version), PublishedForm> versions = new();
    private readonly SemaphoreSlim reading = new(1, 1);
    private volatile CachedForms shelf = new(FrozenDictionary<string, PublishedForm>.Empty, DateTimeOffset.MinValue);

    public async ValueTask<PublishedForm?> Find(string slug) => (await Published()).GetValueOrDefault(slug);

    public async ValueTask<IReadOnlyList<PublishedForm>> All() => [.. (await Published()).Values.OrderBy(form => form.Id)];

    /// The version that a lead was captured with.
    public async ValueTask<PublishedForm> Version(int formId, int number) => (await Stored(formId, number))!;

    /// The version that a page showed: one that was published meanwhile must not lose what a visitor typed.
    /// Who may frame it and how it looks is today's word.
    public async ValueTask<PublishedForm> Shown(PublishedForm published, int? version) =>
        version is { } number && number != published.Version && number > 0 && await Stored(published.Id, number) is { } shown
            ? shown with { Definition = shown.Definition with { Sites = published.Definition.Sites, Theme = published.Definition.Theme } }
            : published;

    private async ValueTask<PublishedForm?> Stored(int formId, int number)
    {
        if (versions.TryGetValue((formId, number), out var known))
            return known;
        var found = await Read("WHERE form_id = $1 AND number = $2", formId, number);
        return found is [var form] ? versions.GetOrAdd((formId, number), form) : null;
    }

    /// Today's mapping of the form, for what it asks for today or asked when the lead was captured; of the lead's own version where
    /// the form is no longer published.
    public async ValueTask<FormDefinition> MappingOf(int formId, int version)
    {
        var today = (await Published()).Values.FirstOrDefault(form => form.Id == formId);
        if (today?.Version == version)
            return today.Definition;
        var captured = (await Version(formId, version)).Definition;
        return today is null ? captured : today.Definition with { Captured = captured };
    }

    /// Something was published here: do not wait until what is known has aged.
    public void Forget() => shelf = shelf with { ReadAt = DateTimeOffset.MinValue };

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
    private async Task<CachedForms> ReadAgain(CachedForms seen)
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

    private async Task<CachedForms> Read()
    {
        var forms = await Read("WHERE number = published_version");
        return new(
            forms.Select(form => versions.GetOrAdd((form.Id, form.Version), form)
                    with
            { IsClosed = form.IsClosed, IsArchived = form.IsArchived })
                .ToFrozenDictionary(form => form.Slug, StringComparer.OrdinalIgnoreCase),
            clock.GetUtcNow());
    }

    private async Task<List<PublishedForm>> Read(string where, params object?[] values)
    {
        await using var reading = await store.Read();
        return await reading.Query(
            "SELECT id, slug, number, definition, closed_at, archived_at FROM forms JOIN form_versions ON form_id = id " + where,
            row => Parsed(row.GetInt32(0), row.GetString(1), row.GetInt32(2), row.GetString(3))
                with
            { IsClosed = !row.IsDBNull(4), IsArchived = !row.IsDBNull(5) },
            values);
    }

    private static PublishedForm Parsed(int id, string slug, int version, string definition)
    {
        try
        {
            return new(id, slug, version, FormDefinition.Parse(definition));
        }
        catch (FormException fault)
        {
            throw new FormException($"Form {slug}, version {version}", fault.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Forms could not be reloaded; the previous versions stay in use")]
    private partial void ReadFailed(Exception fault);

    private sealed record CachedForms(FrozenDictionary<string, PublishedForm> Forms, DateTimeOffset ReadAt);
}

/// A form in one of its versions, ready for use.
public sealed record PublishedForm(int Id, string Slug, int Version, FormDefinition Definition)
{
    /// By hand.
    public bool IsClosed { get; init; }

    public bool IsArchived { get; init; }

    /// Full, besides, where it has a most: only the store knows that.
    public Admission AdmissionAt(DateTimeOffset now) => this switch
    {
        { IsArchived: true } => Admission.Archived,
        { IsClosed: true } => Admission.Closed,
        _ when Definition.ClosesAt <= now => Admission.Closed,
        _ when Definition.OpensAt > now => Admission.NotYet,
        _ => Admission.Open,
    };
}
