using LeadCapture.Forms;
using LeadCapture.Forms.Fields;

namespace LeadCapture.Catalogue;

/// Custom fields that published forms fill, that Reply.io had, and that it has no longer under that name: answers to them are lost.
public sealed class MappingDrift(FormCatalog forms, ReplyIoCatalogue catalogue)
{
    public async Task<IReadOnlyList<DriftedField>> Find() => await In(await catalogue.Get());

    /// Those that were found missing within this time. Without one, no form is looked at.
    public async Task<IReadOnlyList<DriftedField>> Find(DateTime after, DateTime until)
    {
        var known = await catalogue.Get();
        bool IsMeant(DateTime? gone) => gone > after && gone <= until;
        return known.Content.Gone.Any(field => IsMeant(field.GoneAt))
            ? [.. (await In(known)).Where(drifted => IsMeant(drifted.Gone.GoneAt))]
            : [];
    }

    public async Task<IReadOnlyList<DriftedField>> In(CatalogueState known) =>
    [
        .. from form in await forms.All()
           from sent in form.Definition.SentKeys
           let gone = known.FindGone(sent.Key)
           where gone is not null
           select new DriftedField(form, sent.Field, sent.Key, gone),
    ];
}

/// Key: as the form sends it.
public sealed record DriftedField(PublishedForm Form, Field Field, string Key, KnownCustomField Gone)
{
    /// What the answers could go to, the likeliest first: nothing that the form fills already.
    public IReadOnlyList<Suggestion> Suggestions(CatalogueState known)
    {
        var taken = Form.Definition.SentKeys.Select(sent => sent.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. known.Fields.Where(field => !taken.Contains(field.Title)).Select(field => Suggestion.Of(this, field))
            .OrderByDescending(one => one.Likeness).ThenBy(one => one.Field.Title, StringComparer.OrdinalIgnoreCase)];
    }
}
