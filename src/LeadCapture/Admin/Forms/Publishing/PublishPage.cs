using LeadCapture.Catalogue;
using LeadCapture.Forms;
using LeadCapture.Forms.Fields;
using static LeadCapture.Admin.Forms.FormsText;

namespace LeadCapture.Admin.Forms.Publishing;

/// What a person reads before a form is published. Blocking: what is wrong, with the place in the editor where it is mended.
public sealed record PublishPage(FormHead Head, Draft Draft, CatalogueState Catalogue, int Weight)
{
    private const double Kilo = 1000;

    public IReadOnlyList<string> Changes { get; } =
        Draft.Published is { } published ? FormChanges.Between(published, Draft.Definition) : [];

    public IReadOnlyList<(string Label, string Problem, Place At)> Blocking { get; } =
    [
        .. FormDefinitionRules.ProblemsOf(Draft.Definition).Select(problem => Named(Draft.Definition, problem.Place, problem.Problem)),
        .. TooHeavy(Weight),
    ];

    public IReadOnlyList<string> Warnings { get; } = [.. FormWarnings.Of(Draft.Definition), .. Unknown(Draft.Definition, Catalogue)];

    public bool MayPublish => Draft.HasChanges && Blocking.Count == 0;

    /// Reply.io drops what it has no custom field for.
    private static IEnumerable<string> Unknown(FormDefinition form, CatalogueState catalogue) => catalogue.IsRead
        ? form.SentKeys.Where(sent => catalogue.Find(sent.Key) is null)
            .Select(sent => T["Reply.io has no custom field “{0}” for “{1}”. Add it there, or the answer stays here.",
                sent.Key, sent.Field.Label].Value)
        : [];

    private static IEnumerable<(string, string, Place)> TooHeavy(int weight)
    {
        if (weight > PageWeight.Most)
            yield return ("", T[
                "The page is {0} kB. Visitors on slow connections wait too long: keep it under {1} kB, for example with fewer options.",
                Math.Ceiling(weight / Kilo), PageWeight.Most / Kilo], Place.Form);
    }

    private static (string, string, Place) Named(FormDefinition form, string path, string problem)
    {
        var at = Outline.Places(form).LastOrDefault(place => !place.IsForm && path.StartsWith(place.Path, StringComparison.Ordinal)
            && !char.IsAsciiDigit(path.ElementAtOrDefault(place.Path.Length)), Place.Form);
        return (Outline.Find(form, at) is Field { Label: not "" } field ? field.Label : "", problem, at);
    }
}

/// The versions of a form, the newest first.
public sealed record VersionsPage(FormHead Head, IReadOnlyList<VersionRow> Versions);

public sealed record VersionRow(FormVersion Version, bool IsPublished, IReadOnlyList<string> Changes);
