using System.Text.Json.Serialization;
using System.Text.Json;
using LeadCapture.Forms.Fields;
using LeadCapture.Forms;

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
    public abstract Answers Of(Answers answers);

    public string ToJson() => JsonSerializer.Serialize(this, FixJson.Default.Fix);

    public static Fix Parse(string json) => JsonSerializer.Deserialize(json, FixJson.Default.Fix)!;

    /// The field as people know it.
    public static string NameOf(string field) =>
        field.StartsWith('/') ? $"the custom field “{field[1..]}”" : $"“{ContactFields.Get(field).Label}”";
}

public sealed record RenameField(string From, string To) : Fix
{
    public override string Sentence => $"Rename the custom field “{From}” to “{To}”";

    public override Answers Of(Answers answers) => answers with
    {
        CustomFields = [.. answers.CustomFields.Select(field => Edits.IsKey(field, From) ? field with { Key = To } : field)],
    };
}

public sealed record SetDefault(string Field, string Value, bool Everywhere) : Fix
{
    public override string Sentence => Everywhere
        ? $"Set {NameOf(Field)} to “{Value}” for all leads"
        : $"Set {NameOf(Field)} to “{Value}” where it is empty";

    public override Answers Of(Answers answers) =>
        Everywhere || answers.ValueOf(Field) is null ? answers.With(Field, Value) : answers;
}

public sealed record AddCountryCode(string Field, int Code) : Fix
{
    public override string Sentence => $"Add the country code +{Code.ToString(InvariantCulture)} to {NameOf(Field)} where it has none";

    public override Answers Of(Answers answers) =>
        answers.ValueOf(Field) is { } number ? answers.With(Field, PhoneAdvice.WithCountryCode(number, Code)) : answers;
}

/// Field "": every one.
public sealed record Trim(string Field) : Fix
{
    public override string Sentence => Field == ""
        ? "Remove extra spaces and invisible characters from all fields"
        : $"Remove extra spaces and invisible characters from {NameOf(Field)}";

    public override Answers Of(Answers answers)
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
    public override string Sentence => $"Clear {NameOf(Field)}";

    public override Answers Of(Answers answers) => answers.With(Field, "");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Fix))]
internal sealed partial class FixJson : JsonSerializerContext;
