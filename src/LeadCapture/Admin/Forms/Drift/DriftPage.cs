using LeadCapture.Catalogue;
using static LeadCapture.Admin.Forms.Drift.DriftText;

namespace LeadCapture.Admin.Forms.Drift;

/// Which custom fields of forms Reply.io no longer has, and how fresh that is.
public sealed record DriftPage(CatalogueState Known, IReadOnlyList<DriftRow> Rows)
{
    /// Why the last check brought nothing; null: it did.
    public string? Problem => Known.Problem is { } problem
        ? string.Join(' ', new[] { Words(problem.Gap), problem.Reason }.Where(sentence => sentence != "").Distinct())
        : null;

    private static string Words(CatalogueGap gap) => gap switch
    {
        CatalogueGap.NoKey => T["Save an API key first."],
        CatalogueGap.SendingPaused => T["Sending is paused, so Reply.io was not asked."],
        CatalogueGap.LimitReached => T["Leads have used up the call limits. Try again in a minute."],
        CatalogueGap.NotPermitted => T["The API key may not read custom fields. Allow it in Reply.io, or compare the names there yourself."],
        CatalogueGap.NotOffered => T["Reply.io does not list its custom fields at this address. Compare the names there yourself."],
        _ => T["Reply.io's custom fields could not be read."],
    };
}

/// One field of one form. Number: its place on the page.
public sealed record DriftRow(int Number, DriftedField Drifted, IReadOnlyList<Suggestion> Suggestions)
{
    public string Label => Drifted.Field.ShownLabel;

    /// The likeliest first; where none is likely, somebody chooses.
    public IReadOnlyList<(string Value, string Label)> Choices =>
    [
        .. Suggestions is [{ IsLikely: true }, ..] ? Array.Empty<(string, string)>() : [("", T["Choose a custom field"].Value)],
        .. Suggestions.Select(one => (one.Field.Title, one.Field.IsNumber ? T["{0} (number)", one.Field.Title].Value : one.Field.Title)),
    ];
}

public sealed class DriftPages(ReplyIoCatalogue catalogue, MappingDrift drift)
{
    public async Task<DriftPage> Of(CatalogueState? read = null)
    {
        var known = read ?? await catalogue.Get();
        return new(known, [.. (await drift.In(known)).Select((one, place) => new DriftRow(place, one, one.Suggestions(known)))]);
    }
}
