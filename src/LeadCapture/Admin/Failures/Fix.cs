using System.Text.Json.Serialization;
using System.Text.Json;
using LeadCapture.Forms.Fields;
using LeadCapture.Forms;
using static LeadCapture.Admin.Failures.FailureText;

namespace LeadCapture.Admin.Failures;

/// A rule that changes the answers of many leads in the same way. A field is named as in a change: a contact property, or "/" and
/// the key of a custom field.
[JsonPolymorphic(TypeDiscriminatorPropertyName = "fix")]
[JsonDerivedType(typeof(RenameField), "rename")]
[JsonDerivedType(typeof(SetDefault), "default")]
[JsonDerivedType(typeof(AddCountryCode), "countryCode")]
[JsonDerivedType(typeof(Trim), "trim")]
[JsonDerivedType(typeof(DropField), "drop")]
public abstract record Fix
{
    /// What it does, as it stands in the history of each lead.
    [JsonIgnore]
    public abstract string Sentence { get; }

    /// The same without what was typed, for the audit.
    [JsonIgnore]
    public string Kind => GetType().Name;

    /// Answers that need nothing come back as they are.
    public abstract SubmittedAnswers Of(SubmittedAnswers answers);

    public string ToJson() => JsonSerializer.Serialize(this, FixJson.Default.Fix);

    public static Fix Parse(string json) => JsonSerializer.Deserialize(json, FixJson.Default.Fix)!;

    /// The key of a custom field; null: it is a contact property.
    protected static string? KeyOf(string field) => field.StartsWith('/') ? field[1..] : null;

    protected static string LabelOf(string field) => ContactFields.Get(field).ShownLabel;
}

public sealed record RenameField(string From, string To) : Fix
{
    public override string Sentence => T["Rename the custom field “{0}” to “{1}”", From, To];

    public override SubmittedAnswers Of(SubmittedAnswers answers) => answers with
    {
        CustomFields = [.. answers.CustomFields.Select(field => Edits.IsKey(field, From) ? field with { Key = To } : field)],
    };
}

public sealed record SetDefault(string Field, string Value, bool Everywhere) : Fix
{
    public override string Sentence => (KeyOf(Field), Everywhere) switch
    {
        ({ } key, true) => T["Set the custom field “{0}” to “{1}” for all leads", key, Value],
        ({ } key, _) => T["Set the custom field “{0}” to “{1}” where it is empty", key, Value],
        (_, true) => T["Set “{0}” to “{1}” for all leads", LabelOf(Field), Value],
        _ => T["Set “{0}” to “{1}” where it is empty", LabelOf(Field), Value],
    };

    public override SubmittedAnswers Of(SubmittedAnswers answers) =>
        Everywhere || answers.ValueOf(Field) is null ? answers.With(Field, Value) : answers;
}

public sealed record AddCountryCode(string Field, int Code) : Fix
{
    public override string Sentence => KeyOf(Field) is { } key
        ? T["Add the country code +{0} to the custom field “{1}” where it has none", Code, key]
        : T["Add the country code +{0} to “{1}” where it has none", Code, LabelOf(Field)];

    public override SubmittedAnswers Of(SubmittedAnswers answers) =>
        answers.ValueOf(Field) is { } number ? answers.With(Field, PhoneAdvice.WithCountryCode(number, Code)) : answers;
}

/// Field "": every one.
public sealed record Trim(string Field) : Fix
{
    public override string Sentence => KeyOf(Field) is { } key
        ? T["Remove extra spaces and invisible characters from the custom field “{0}”", key]
        : Field == "" ? T["Remove extra spaces and invisible characters from all fields"]
        : T["Remove extra spaces and invisible characters from “{0}”", LabelOf(Field)];

    public override SubmittedAnswers Of(SubmittedAnswers answers)
    {
        string[] fields = Field == ""
            ? [.. answers.Properties.Keys, .. answers.CustomFields.Select(field => "/" + field.Key)]
            : [Field];
        return fields.Aggregate(answers, (trimmed, field) =>
            trimmed.ValueOf(field) is { } value ? trimmed.With(field, InputNormalizer.Trimmed(value)) : trimmed);
    }
}

public sealed record DropField(string Field) : Fix
{
    public override string Sentence => KeyOf(Field) is { } key
        ? T["Clear the custom field “{0}”", key]
        : T["Clear “{0}”", LabelOf(Field)];

    public override SubmittedAnswers Of(SubmittedAnswers answers) => answers.With(Field, "");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Fix))]
internal sealed partial class FixJson : JsonSerializerContext;
