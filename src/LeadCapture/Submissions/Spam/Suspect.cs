using LeadCapture.Forms;
using LeadCapture.Forms.Fields;

namespace LeadCapture.Submissions.Spam;

/// A submission that is looked at, and what was found so far.
public sealed class Suspect(PublishedForm form, Submission submission, Origin origin, StampReading stamp, ListedSenders lists)
{
    private readonly List<SpamSign> signs = [];

    public PublishedForm Form => form;
    public Submission Submission => submission;
    public Traces Traces => submission.Traces;
    public Origin Origin => origin;
    public StampReading Stamp => stamp;
    public ListedSenders Lists => lists;

    /// Only then it matters how the page was filled in.
    public bool HasPage => origin.Scrutiny == Scrutiny.All;

    public IReadOnlyList<SpamSign> Signs => signs;
    public int Points { get; private set; }

    public string Email { get; } = submission.Properties.GetValueOrDefault("email", "");

    /// The part after the @, in lower case; "" where there is none.
    public string Domain => domain ??= DomainOf(Email);
    private string? domain;

    /// A person has released a lead of this sender, so what it says is not looked at.
    public bool IsAllowed => isAllowed ??= lists.Allows(Email, Domain);
    private bool? isAllowed;

    /// What is a word or two where a person fills it in.
    public IEnumerable<string> Names => NameProperties.Select(ValueOf).Where(value => value != "");

    /// What people write in their own words: nothing that a link filled in, or that is chosen.
    public IReadOnlyList<string> Texts => texts ??=
    [
        .. new[] { ValueOf("notes") }.Where(text => text != ""),
        .. submission.CustomFields.Where(row => row.Value != "" && IsWritten(form.Definition.FieldOf(row.Key))).Select(row => row.Value),
    ];
    private List<string>? texts;

    public void Adds(SpamSignKind kind, int points, string? detail = null)
    {
        signs.Add(new(kind, points, detail));
        Points += points;
    }

    public string ValueOf(string property) => submission.Properties.GetValueOrDefault(property, "");

    public static string DomainOf(string email) => email[(email.LastIndexOf('@') + 1)..].ToLowerInvariant();

    private static readonly string[] NameProperties = ["firstName", "lastName", "title", "city"];

    /// What no field asks for is written by whoever sent it.
    private static bool IsWritten(Field? field) => field is null
        || (field is { Source: null, Locked: false } && (field.Kind == FieldKinds.Text || field.Kind == FieldKinds.LongText));
}
