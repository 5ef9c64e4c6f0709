using System.Text.Json.Serialization;
using static LeadCapture.Forms.FormText;

namespace LeadCapture.Forms.Fields;

/// One input of a form. It fills either a property of the contact or a custom field, never both.
public sealed record Field
{
    /// The contact's property by its JSON name ("firstName"); null for a custom field.
    public string? Property { get; init; }

    /// The custom field's key; null for a contact property.
    public string? Key { get; init; }

    /// The custom field of Reply.io that gets the answers, where it is called otherwise there than here; null: by its key. So answers
    /// keep their key when somebody renames a custom field in Reply.io.
    public string? SentAs { get; init; }

    /// The answer stays with the lead (a consent, say) and is not sent to Reply.io.
    public bool KeptHere { get; init; }

    public required FieldKind Kind { get; init; }
    public required string Label { get; init; }
    public string Hint { get; init; } = "";
    public string Placeholder { get; init; } = "";
    public string Default { get; init; } = "";
    public bool Required { get; init; }
    public string RequiredMessage { get; init; } = "";
    public int? MinLength { get; init; }
    public int? MaxLength { get; init; }
    public string? Pattern { get; init; }
    public string PatternMessage { get; init; } = "";

    /// Smallest and largest number, or first and last date (yyyy-MM-dd).
    public string? Min { get; init; }
    public string? Max { get; init; }

    public IReadOnlyList<Option> Options { get; init; } = [];

    /// Of several options, each that was chosen is a custom field of its own: its value is the key, and “yes” what is sent.
    public bool SendsEach { get; init; }

    /// Shares a row with the next field (first and last name).
    public bool SharesRow { get; init; }

    /// Where the answer comes from before anybody types; null: from the link, by the field's own name.
    public AnswerSource? Source { get; init; }

    /// The link parameter that fills the field, where it has another name than the field.
    public string? Parameter { get; init; }

    /// A visitor sees the answer and cannot change it.
    public bool Locked { get; init; }

    /// Null: always.
    public Condition? ShowWhen { get; init; }

    /// Every form takes it: its words are ours, and not those of a form's author.
    [JsonIgnore]
    public bool IsBuiltIn { get; init; }

    /// The label as people read it.
    [JsonIgnore]
    public string ShownLabel => IsBuiltIn ? T[Label] : Kind.LabelOf(this);

    /// Reply.io knows its custom field, or one of them, by another name.
    [JsonIgnore]
    public bool IsRemapped => SentAs is not null || Options.Any(option => option.SentAs is not null);

    [JsonIgnore]
    public string Id => Property ?? Key!;

    /// All that can be chosen, as people read it.
    [JsonIgnore]
    public IReadOnlyList<Option> Choices => IsBuiltIn
        ? [.. Kind.ChoicesOf(this).Select(option => option with { Label = T[option.Label] })]
        : Kind.ChoicesOf(this);

    /// An answer as it is kept.
    public string Normalize(string typed) => Kind.Normalize(this, Kind.Clean(typed));

    /// A kept answer in people's words.
    public string Show(string kept) => Kind.Show(this, kept);
}

public enum AnswerSource
{
    /// A parameter of the link.
    Link,

    /// The address of the page that the form stands on.
    Page,

    /// The page that the visitor came from.
    Referrer,

    /// The field's default, whatever is sent.
    Fixed,
}

public sealed record Option(string Value, string Label)
{
    /// Where each option is a custom field of its own: its name in Reply.io, where that is not the value.
    public string? SentAs { get; init; }
}
