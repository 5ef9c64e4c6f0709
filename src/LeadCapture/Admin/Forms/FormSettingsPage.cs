using LeadCapture.Forms;
using LeadCapture.Forms.Fields;
using static LeadCapture.Admin.Forms.FormsText;

namespace LeadCapture.Admin.Forms;

/// What happens with a form, as it stands in the draft or was typed.
public sealed record FormSettingsPage(FormHead Head, Draft Draft, FormSettings Typed)
{
    /// The whole address of the form's page.
    public required string Address { get; init; }

    /// What the links to be composed say, by parameter.
    public IReadOnlyDictionary<string, string> LinkValues { get; init; } = new Dictionary<string, string>();

    /// Null: none was asked for.
    public string? Link { get; init; }

    public FormDefinition Form => Draft.Definition;

    public bool IsArchived => Draft.Form.ArchivedAt is not null;

    public bool IsClosedByHand => Draft.Form.ClosedAt is not null;

    public IEnumerable<(Field Field, string Parameter)> Linked => PrefilledLink.FieldsOf(Form);

    public static IReadOnlyList<(string Value, string Label)> Sources =>
    [
        (nameof(AnswerSource.Link), T["Link parameter"]),
        (nameof(AnswerSource.Page), T["Address of the page with the form"]),
        (nameof(AnswerSource.Referrer), T["Page the visitor came from"]),
        (nameof(AnswerSource.Fixed), T["Always the same value"]),
    ];

    /// What fills a field, in a line.
    public static string WordsOf(PrefillRow row)
    {
        var words = row.Source is "" or nameof(AnswerSource.Link)
            ? T["Link parameter: {0}", row.Parameter].Value
            : Sources.FirstOrDefault(source => source.Value == row.Source).Label ?? row.Source;
        return row.Locked ? T["{0} (locked)", words] : words;
    }

    public static IReadOnlyList<(string Value, string Label)> Confirmations =>
    [
        (nameof(ConfirmationMode.Summary), T["What the visitor typed"]),
        (nameof(ConfirmationMode.Contact), T["The contact that Reply.io created"]),
    ];

    public static IReadOnlyList<(string Value, string Label)> Proofs =>
    [
        (nameof(ProofMode.Off), T["Off"]),
        (nameof(ProofMode.Suspicious), T["Let it decide when a submission looks suspicious"]),
        (nameof(ProofMode.Always), T["Quarantine every submission without it"]),
    ];

    public static IReadOnlyList<(string Value, string Label)> AllLanguages =>
        [.. Languages.All.Select(tag => (tag, Languages.NameOf(tag))).OrderBy(one => one.Item2, StringComparer.InvariantCulture)];

    /// One that a file brought along is offered too.
    public IReadOnlyList<(string Value, string Label)> Zones => [.. TimeZones.All.Append(Typed.TimeZone).Distinct()
        .OrderBy(zone => zone, StringComparer.Ordinal).Select(zone => (zone, zone.Replace('_', ' ')))];
}
