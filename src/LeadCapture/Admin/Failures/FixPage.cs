using LeadCapture.Forms.Fields;
using LeadCapture.Forms;
using LeadCapture.Localization;
using static LeadCapture.Admin.Failures.FailureText;

namespace LeadCapture.Admin.Failures;

/// The page on which a rule is chosen for a group. Keys are those of the custom fields that its leads have.
public sealed record FixPage(FailedGroup Group, FixForm Form, IReadOnlyList<string> Keys)
{
    public Preview? Preview { get; init; }

    /// The reason, as it was typed.
    public string Why { get; init; } = "";

    public static IReadOnlyList<(FixKind Kind, string Label)> Kinds { get; } =
    [
        (FixKind.Rename, Texts.Key("Rename a custom field")), (FixKind.Default, Texts.Key("Set a value")),
        (FixKind.CountryCode, Texts.Key("Add a country code")), (FixKind.Trim, Texts.Key("Remove extra spaces")),
        (FixKind.Drop, Texts.Key("Clear a field")),
    ];

    public IReadOnlyList<(string, string)> CustomFields => [("", T["Choose a custom field"]), .. Keys.Select(key => (key, key))];

    public IReadOnlyList<(string, string)> Fields =>
    [
        ("", Form.Kind == FixKind.Trim ? T["All fields"] : T["Choose a field"]), .. Known,
        // Also one that the leads do not have yet: the form may ask for it.
        .. Keys.Concat(Group.Form.Fields.Select(one => one.Key).OfType<string>()).Concat(Proposed)
            .Distinct(StringComparer.OrdinalIgnoreCase).Select(key => ("/" + key, T["{0} (custom field)", key].Value)),
    ];

    private IEnumerable<(string, string)> Known => ContactFields.All
        .Where(one => Form.Kind != FixKind.CountryCode || one.Kind == FieldKinds.Phone)
        .Select(one => (one.Property!, one.ShownLabel));

    private IEnumerable<string> Proposed => Form.Field.StartsWith('/') ? [Form.Field[1..]] : [];
}
