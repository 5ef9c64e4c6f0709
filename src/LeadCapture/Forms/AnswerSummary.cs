
namespace LeadCapture.Forms;

/// What was typed, under the form's own labels and in its order; what the form does not ask for comes last.
public static class AnswerSummary
{
    public static IReadOnlyList<(string Label, string Value)> Of(Answers answers, FormDefinition form)
    {
        List<(string, string)> summary = [];
        foreach (var field in form.Fields.Where(field => field.Kind != FieldKind.Hidden))
            if (ValueOf(answers, field) is { } value)
                summary.Add((field.Label, Shown(field, value)));
        return [.. summary, .. Unasked(answers, form)];
    }

    public static IEnumerable<(string Label, string Value)> Unasked(Answers answers, FormDefinition form) =>
    [
        .. answers.Properties.Where(answer => form.Fields.All(field => field.Property != answer.Key))
            .Select(answer => (ContactFields.Get(answer.Key).Label, Shown(ContactFields.Get(answer.Key), answer.Value))),
        .. answers.CustomFields.Where(answer => form.FieldOf(answer.Key) is null).Select(answer => (answer.Key, answer.Value)),
    ];

    /// An option in people's words.
    public static string Shown(Field field, string value) => field.Kind switch
    {
        FieldKind.YesNo or FieldKind.Consent => value == "yes" ? "Yes" : value == "no" ? "No" : value,
        _ => field.Options.FirstOrDefault(option => option.Value == value)?.Label ?? value,
    };

    private static string? ValueOf(Answers answers, Field field) => field.Property is { } property
        ? answers.Properties.GetValueOrDefault(property)
        : answers.CustomFields.Find(answer => answer.Key.Equals(field.Key, StringComparison.OrdinalIgnoreCase))?.Value;
}
