using System.Globalization;
using LeadCapture.Forms;

namespace LeadCapture.Shared;

/// What browsers, keyboards and screen readers need to know about an input.
public sealed record FieldMarkup(FormInput Input, FormShape Shape)
{
    private Field Field => Input.Field;

    public string HintId => Input.Id + "-hint";
    public string ErrorId => Input.Id + "-error";
    public string AdviceId => Input.Id + "-advice";

    public string? DescribedBy => string.Join(' ', Descriptions()) is { Length: > 0 } ids ? ids : null;
    public string? Invalid => Input.Error is null ? null : "true";

    public string Type => Field.Kind switch
    {
        FieldKind.Email => "email",
        FieldKind.Phone => "tel",
        FieldKind.Url => "url",
        // A browser empties a date input whose value is no date; as text, the visitor can mend it.
        FieldKind.Date when Input.Value.Length == 0 || IsDate(Input.Value) => "date",
        // For the same reason a number is text with a keyboard of digits.
        _ => "text",
    };

    public string? InputMode => Field.Kind switch
    {
        FieldKind.Number when Field.Property == "accountId" => "numeric",
        FieldKind.Number => "decimal",
        FieldKind.Email => "email",
        FieldKind.Phone => "tel",
        FieldKind.Url => "url",
        _ => null,
    };

    /// Nobody's details are offered to the next visitor of a booth.
    public string? Autocomplete => Shape == FormShape.Booth ? "off" : Field.Property switch
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
    public string? Min => Type == "date" ? Field.Min : null;
    public string? Max => Type == "date" ? Field.Max : null;
    public string? Capitals => Field.Kind is FieldKind.Email or FieldKind.Url ? "none" : null;
    public string? Spelling => Field.Kind is FieldKind.LongText ? null : "false";

    public string? List => Field.Kind switch
    {
        FieldKind.Country => "countries",
        FieldKind.TimeZone => "time-zones",
        _ => null,
    };

    /// Short answers get short inputs.
    public string Width => Field.Kind is FieldKind.Number or FieldKind.Date ? "form-control short" : "form-control";

    private IEnumerable<string> Descriptions()
    {
        if (Field.Hint.Length > 0) yield return HintId;
        if (Input.Error is not null) yield return ErrorId;
        if (Input.Advice is not null) yield return AdviceId;
    }

    private static bool IsDate(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
