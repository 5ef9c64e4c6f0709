using LeadCapture.Catalogue;
using LeadCapture.Forms;
using LeadCapture.Forms.Fields;
using static LeadCapture.Admin.Forms.FormsText;

namespace LeadCapture.Admin.Forms.Editing;

/// The editor of a draft, with one part of the form selected.
public sealed record EditorPage(FormHead Head, Draft Draft, FormDefinition Form, Place At)
{
    /// Somebody else changed the draft a moment ago.
    public string? AlsoEditing { get; init; }

    /// What Reply.io is known to have.
    public required CatalogueState Catalogue { get; init; }

    /// What is wrong with the form, by the place in its JSON.
    public required IReadOnlyList<(string Place, string Problem)> Problems { get; init; }

    public object Selected => Outline.Find(Form, At) ?? Form;

    public Field? Field => Selected as Field;

    public bool Has(KindSettings setting) => Field?.Kind.Settings.HasFlag(setting) == true;

    /// Kinds that the selected field can become: a contact property is never a consent, say.
    public IReadOnlyList<(string Value, string Label)> Kinds =>
    [
        .. (Field!.Property is { } property
            ? FieldKinds.All.Where(kind => kind == ContactFields.Get(property).Kind || kind == Field.Kind || IsForAnything(kind))
            : FieldKinds.All).Select(kind => (kind.Name, kind.Word())),
    ];

    /// Where the selected field can go besides.
    public IReadOnlyList<(string Value, string Label)> OtherSections =>
    [
        .. from place in Outline.Places(Form)
           where place.IsSection && place != At with { Field = -1 }
           let name = NameOf(Outline.Find(Form, place)!, place.Section + 1)
           select (place.ToString(), Form.Steps.Count == 1 ? name : T["Step {0} · {1}", place.Step + 1, name].Value),
    ];

    public IReadOnlyList<Field> Before => ConditionEdits.Before(Form, At);

    public ConditionForm Condition => ConditionForm.Of(ConditionEdits.Of(Selected));

    /// What is wrong with a setting of the selected part ("options"), or with the part as a whole ("").
    public string? ProblemOf(string setting)
    {
        var place = (At.Path, setting) switch { ("", _) => setting, (_, "") => At.Path, var (path, _) => $"{path}.{setting}" };
        return Problems.FirstOrDefault(problem => problem.Place == place
            || setting == "showWhen" && problem.Place.StartsWith(place, StringComparison.Ordinal)).Problem;
    }

    public bool IsWrong(Place place) => !place.IsForm && Problems.Any(problem => place.IsField
        ? problem.Place.StartsWith(place.Path, StringComparison.Ordinal) && !char.IsAsciiDigit(problem.Place.ElementAtOrDefault(place.Path.Length))
        : problem.Place.StartsWith(place.Path + ".showWhen", StringComparison.Ordinal));

    /// What a part of the form is called in the outline.
    public static string NameOf(object part, int number) => part switch
    {
        FormStep { Title: "" } => T["Step {0}", number],
        FormStep step => T["Step {0}: {1}", number, step.Title],
        FormSection { Heading: "" } => number == 1 ? T["Fields"] : T["Section {0}", number],
        FormSection section => section.Heading,
        Field { Label: "" } => T["Field without a label"],
        Field field => field.Label,
        _ => T["Title and button"],
    };

    private static bool IsForAnything(FieldKind kind) =>
        kind == FieldKinds.Text || kind == FieldKinds.Select || kind == FieldKinds.Radio || kind == FieldKinds.Hidden;
}
