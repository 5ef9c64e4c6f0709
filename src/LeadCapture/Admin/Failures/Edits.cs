using LeadCapture.Forms;

namespace LeadCapture.Admin.Failures;

/// Answers with one field read or replaced, by its name in a change.
internal static class Edits
{
    /// Reply.io's custom fields are compared without case.
    public static bool IsKey(CustomAnswer field, string key) => field.Key.Equals(key, StringComparison.OrdinalIgnoreCase);

    public static string? ValueOf(this SubmittedAnswers answers, string field) => field.StartsWith('/')
        ? answers.CustomFields.Find(answer => IsKey(answer, field[1..]))?.Value
        : answers.Properties.GetValueOrDefault(field);

    /// Empty: the field is not there any more.
    public static SubmittedAnswers With(this SubmittedAnswers answers, string field, string value) => field.StartsWith('/')
        ? answers with { CustomFields = Replaced(answers.CustomFields, field[1..], value) }
        : answers with { Properties = Replaced(answers.Properties, field, value) };

    /// Values as the form keeps them, such as the option that was meant.
    public static SubmittedAnswers Spelled(this SubmittedAnswers answers, FormDefinition form) => answers with
    {
        Properties = answers.Properties.ToDictionary(
            answer => answer.Key, answer => form.Normalize(answer.Key, answer.Value)),
        CustomFields = [.. answers.CustomFields.Select(answer =>
            form.Normalize(answer))],
    };

    private static List<CustomAnswer> Replaced(List<CustomAnswer> fields, string key, string value)
    {
        if (value == "")
            return [.. fields.Where(field => !IsKey(field, key))];
        return fields.Exists(field => IsKey(field, key))
            ? [.. fields.Select(field => IsKey(field, key) ? field with { Value = value } : field)]
            : [.. fields, new(key, value)];
    }

    private static Dictionary<string, string> Replaced(Dictionary<string, string> properties, string property, string value)
    {
        Dictionary<string, string> replaced = new(properties) { [property] = value };
        if (value == "")
            replaced.Remove(property);
        return replaced;
    }
}
