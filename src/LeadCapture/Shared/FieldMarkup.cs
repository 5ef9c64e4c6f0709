using LeadCapture.Forms.Fields;

namespace LeadCapture.Shared;

/// What browsers, keyboards and screen readers need to know about an input.
public sealed record FieldMarkup(FormInput Input, FormShape Shape)
{
    private Field Field => Input.Field;

    /// A visitor sees the answer and cannot change it: no more than a look, because whoever wants to sends what they like, as with what is
    /// hidden. What is missing or wrong can be mended all the same.
    public bool IsLocked => Shape != FormShape.Correction && Input is { Error: null, Value.Length: > 0 }
        && (Field.Locked || Field.Source == AnswerSource.Fixed);

    public string View => "Fields/" + (IsLocked && Field.Kind.View is not ("_Input" or "_LongText") ? "_Locked" : Field.Kind.View);

    public string OnlyIfId => Input.Id + "-only-if";
    public string HintId => Input.Id + "-hint";
    public string ErrorId => Input.Id + "-error";
    public string AdviceId => Input.Id + "-advice";

    /// There is room for it below the input, so that nothing moves when it comes.
    public bool HasAdvice => Traits.Type is "tel" or "email" && !IsLocked;

    public string? DescribedBy => string.Join(' ', Descriptions()) is { Length: > 0 } ids ? ids : null;
    public string? Invalid => Input.Error is null ? null : "true";

    public InputTraits Traits => Input.Traits;

    public string? Autocomplete => Shape.IsOfOthers() ? "off" : Field.Property switch
    {
        "email" => "email",
        "firstName" => "given-name",
        "lastName" => "family-name",
        "phone" => "tel",
        "title" => "organization-title",
        "company" => "organization",
        "city" => "address-level2",
        "state" => "address-level1",
        "country" => "country-name",
        "linkedInUrl" => "url",
        _ => null,
    };

    public string? Placeholder => Field.Placeholder.Length > 0 ? Field.Placeholder : null;
    public string? Min => Traits.Type == "date" ? Field.Min : null;
    public string? Max => Traits.Type == "date" ? Field.Max : null;
    public string? List => Field.Kind.Suggestions.Count > 0 ? ListOf(Field.Kind) : null;
    public string Width => Traits.IsShort ? "form-control short" : "form-control";

    public static string ListOf(FieldKind kind) => kind.Name + "-suggestions";

    private IEnumerable<string> Descriptions()
    {
        if (Input.OnlyIf is not null) yield return OnlyIfId;
        if (Field.Hint.Length > 0) yield return HintId;
        if (Input.Error is not null) yield return ErrorId;
        if (Input.Advice is not null && HasAdvice) yield return AdviceId;
    }
}
