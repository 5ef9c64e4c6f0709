using LeadCapture.Forms.Fields;
using LeadCapture.Forms;

namespace LeadCapture.Shared;

/// What the form's view shows: the form, what was typed so far and what is wrong with it. The same for page, embed and booth.
public sealed record FormPage
{
    public required string Slug { get; init; }
    public required FormDefinition Form { get; init; }
    public required FormShape Shape { get; init; }
    public required IReadOnlyList<FormInput> Inputs { get; init; }

    /// Rows of custom fields that the person adds, after those of the form itself.
    public IReadOnlyList<FreeRow> FreeRows { get; init; } = [];

    public required string SubmissionId { get; init; }
    public string Page { get; init; } = "";

    /// As JSON; null: nothing is known of how the visitor came.
    public string? Attribution { get; init; }

    public int Version { get; init; }

    /// Seconds that earlier tries took; null before the first one.
    public int? Elapsed { get; init; }

    public const string StampName = "stamp";
    public const string ProofName = "proof";

    /// Of an input that nobody meets. No browser knows what to fill into one of this name.
    public const string TrapName = "topicLine";

    /// Of the inputs that nobody sees. Without a stamp the page has none of them.
    public Traces Traces { get; init; } = Traces.None;

    /// How hard the puzzle for the page's script is, in bits; 0: there is none.
    public int PuzzleBits { get; init; }

    /// It shows nothing that anybody typed.
    public bool IsBlank { get; init; }

    /// Every visitor sees the same, but for text that a link filled in.
    public bool DiffersInTextAlone { get; init; }

    /// Something went wrong on our side, or the whole form is concerned; stands above the form.
    public string Notice { get; init; } = "";

    /// Errors in the order of the fields, for the summary: (id of the input, message).
    public IReadOnlyList<(string InputId, string Message)> Errors { get; init; } = [];

    public string Action
    {
        get => field ?? FormAddress.Of(Slug, Shape);
        init;
    }
}

public enum FormShape { Page, Embed, Booth, Correction }

public static class FormShapes
{
    /// Whoever types is not whom it is about: a browser offers nothing of what it knows.
    public static bool IsOfOthers(this FormShape shape) => shape is FormShape.Booth or FormShape.Correction;
}

/// One field as it stands in the page. For a custom field, KeyName carries the hidden input that names its key.
public sealed record FormInput(Field Field, string Name, string? KeyName, string Value, string? Error, string? Advice = null)
{
    public string Id => Field.Property ?? "field-" + Name.Replace("customFields[", "", StringComparison.Ordinal).Split(']')[0];

    /// Of the value it was made with: a copy with another value has the same.
    public InputTraits Traits { get; } = Field.Kind.TraitsOf(Field, Value);

    /// When it is shown, for scripts; null: always.
    public string? ShowWhen { get; init; }

    /// The same in words.
    public string? OnlyIf { get; init; }

    /// An answer that was chosen may be taken back: a radio button alone cannot.
    public bool IsClearable { get; init; }

    /// What can be chosen; an answer that is none of it stays, so that nothing that was sent is lost.
    public IReadOnlyList<Option> Choices
    {
        get
        {
            var choices = Field.Choices;
            return Value == "" || choices.Any(option => option.Value == Value) ? choices : [.. choices, new(Value, Value)];
        }
    }
}

public sealed record FreeRow(int Index, string Key, string Value, string? KeyError, string? ValueError)
{
    public string KeyName => $"customFields[{Index}].key";
    public string ValueName => $"customFields[{Index}].value";
    public string KeyId => $"custom-{Index}-key";
    public string ValueId => $"custom-{Index}-value";
}
