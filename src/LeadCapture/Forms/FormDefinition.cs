using System.Text.Json.Serialization;
using LeadCapture.Forms.Fields;
using LeadCapture.Localization;

namespace LeadCapture.Forms;

/// One version of a form: everything a page needs to show it and everything that decides whether an answer is accepted.
public sealed record FormDefinition
{
    public const int CurrentSchema = 1;

    /// Of the names and structure in JSON.
    [JsonPropertyOrder(-2)]
    public int Schema { get; init; } = CurrentSchema;

    /// Where the form is a file of its own; a stored one has its slug beside it.
    [JsonPropertyOrder(-1)]
    public string? Slug { get; init; }

    public required string Title { get; init; }
    public string Intro { get; init; } = "";
    public string SubmitLabel { get; init; } = "Send my details";
    public string ThanksTitle { get; init; } = "Thank you";
    public string ThanksText { get; init; } = "";
    public ConfirmationMode Confirmation { get; init; } = ConfirmationMode.Summary;

    /// Whether a person may add custom fields of their own choice (key and value).
    public bool FreeCustomFields { get; init; }

    /// Whether what this form does not ask for goes to Reply.io all the same. Else it is kept with the lead: anybody can add it.
    public bool SendUnasked { get; init; }

    /// Origins that may show the form in a frame, such as https://www.example.com. Empty: any site may.
    public IReadOnlyList<string> Sites { get; init; } = [];

    public required IReadOnlyList<FormStep> Steps
    {
        get;
        init
        {
            field = value;
            Fields = [.. value.SelectMany(step => step.Sections).SelectMany(section => section.Fields)];
            Conditions = Conditions.Of(value);
        }
    }

    /// From and until when visitors may fill it in; null: from now, for ever.
    [JsonPropertyOrder(1)]
    public DateTimeOffset? OpensAt { get; init; }

    [JsonPropertyOrder(1)]
    public DateTimeOffset? ClosesAt { get; init; }

    /// In which the two are read and shown, by its IANA name; null: UTC.
    [JsonPropertyOrder(1)]
    public string? TimeZone { get; init; }

    /// The form closes after so many.
    [JsonPropertyOrder(1)]
    public int? MaxLeads { get; init; }

    /// What a closed form says.
    [JsonPropertyOrder(1)]
    public string? ClosedText { get; init; }

    /// Where a visitor goes after sending, in the place of the confirmation: an address of one of the sites.
    [JsonPropertyOrder(1)]
    public string? Redirect { get; init; }

    /// Null where there is none, or where it is on none of the sites any more.
    [JsonIgnore]
    public string? Onward => Redirect is { } address && SiteList.Holds(Sites, address) ? address : null;

    /// Null: the look of the installation.
    [JsonPropertyOrder(1)]
    public Theme? Theme { get; init; }

    /// Null: the defaults of SpamSettings.
    [JsonPropertyOrder(1)]
    public SpamSettings? Spam { get; init; }

    [JsonPropertyOrder(1)]
    public string? PrivacyNotice { get; init; }

    [JsonPropertyOrder(1)]
    public string? Imprint { get; init; }

    /// In which its texts are written; null: that of our own texts.
    [JsonPropertyOrder(1)]
    public string? Language { get; init; }

    [JsonIgnore]
    public string LanguageTag => Language ?? Texts.Language;

    /// Of all steps and sections, in the order of the page.
    [JsonIgnore]
    public IReadOnlyList<Field> Fields { get; private init; } = [];

    /// Null where everything is always shown.
    [JsonIgnore]
    public Conditions? Conditions { get; private init; }

    /// Contact properties that this form does not ask for, and takes all the same.
    [JsonIgnore]
    public IEnumerable<Field> NotAsked => ContactFields.All.Where(known => Fields.All(asked => asked.Property != known.Property));

    [JsonPropertyOrder(1)]
    public ExistingContact ExistingContact { get; init; }

    /// Null: nothing follows.
    [JsonPropertyOrder(1)]
    public AfterDelivery? AfterDelivery { get; init; }

    /// The version that a visitor was asked by, where that is an earlier one.
    [JsonIgnore]
    public FormDefinition? Captured { get; init; }

    public bool Forwards(CustomAnswer answer) => FieldOf(answer.Key) is { } field
        ? !field.KeptHere
        : FreeCustomFields || SendUnasked || Captured?.Forwards(answer) == true;

    /// The custom fields that Reply.io gets, each with the answer it comes from; a key is sent once.
    public IReadOnlyList<(CustomAnswer Answer, CustomAnswer Sent)> Forwarded(SubmittedAnswers answers) =>
    [
        .. from answer in answers.Shown(this).CustomFields
           where Forwards(answer)
           from sent in Sends(answer)
           group (answer, sent) by sent.Key.ToUpperInvariant() into same
           select same.First(),
    ];

    /// What is sent for an answer, where it is.
    public IEnumerable<CustomAnswer> Sends(CustomAnswer answer) =>
        (FieldOf(answer.Key) ?? Captured?.FieldOf(answer.Key)) is { } field ? field.Kind.Send(field, answer) : [answer];

    public bool Forwards(string property) =>
        SendUnasked || Fields.Any(field => field.Property == property) || Captured?.Forwards(property) == true;

    /// Reply.io's custom fields are compared without case.
    public Field? FieldOf(string key) =>
        Fields.FirstOrDefault(field => field.Key is not null && field.Key.IsKey(key));

    /// The custom fields of Reply.io that get answers of this form, each with its field.
    [JsonIgnore]
    public IEnumerable<(Field Field, string Key)> SentKeys =>
        Fields.Where(asked => asked is { Key: not null, KeptHere: false }).SelectMany(asked => asked.Kind.KeysOf(asked).Select(key => (asked, key)));

    /// The form, with what it sends to the one custom field of Reply.io sent to the other. Answers stay as they are.
    public FormDefinition Remap(string key, string to) =>
        Map(field => field is { Key: not null, KeptHere: false } ? field.Kind.Remap(field, key, to) : field);

    /// The form's own field. What it does not ask for is read as in every form; so is what comes along unseen, under its own label.
    public Field PropertyField(string property) => Fields.FirstOrDefault(field => field.Property == property) switch
    {
        null => ContactFields.Get(property),
        { Kind.IsSeen: false } unseen => ContactFields.Get(property) with { Label = unseen.Label, IsBuiltIn = false },
        var asked => asked,
    };

    /// Reply.io's own values come last, whatever kind of field the form asks with.
    public string Normalize(string property, string value)
    {
        var known = ContactFields.Get(property);
        var asked = PropertyField(property);
        return known.Normalize(asked.Kind == known.Kind ? value : asked.Normalize(value));
    }

    public CustomAnswer Normalize(CustomAnswer answer) =>
        FieldOf(answer.Key) is { } field ? new(field.Key!, field.Normalize(answer.Value)) : answer;

    /// Every field, changed where it stands.
    public FormDefinition Map(Func<Field, Field> change) => this with
    {
        Steps = [.. Steps.Select(step => step with
        {
            Sections = [.. step.Sections.Select(section => section with { Fields = [.. section.Fields.Select(change)] })],
        })],
    };

    /// One more section at the end.
    public FormDefinition With(params FormSection[] sections) => this with
    {
        Steps = [.. Steps.Take(Steps.Count - 1), Steps[^1] with { Sections = [.. Steps[^1].Sections, .. sections] }],
    };

    public string ToJson() => FormJson.Write(this);

    public static FormDefinition Parse(string json) => FormJson.Read(json);
}

public enum ConfirmationMode
{
    /// What this visitor typed, and that it arrived.
    Summary,

    /// Everything Reply.io answered: the contact, its custom fields, sequences and lists.
    Contact,
}
