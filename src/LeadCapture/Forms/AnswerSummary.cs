namespace LeadCapture.Forms;

/// What was typed, under the form's own labels and in its order; what the form does not ask for comes last.
public static class AnswerSummary
{
    public static IReadOnlyList<(string Label, string Value)> Of(SubmittedAnswers answers, FormDefinition form)
    {
        List<(string, string)> summary = [];
        foreach (var field in form.Fields.Where(field => field.Kind.IsSeen))
            if (answers.To(field) is { } value)
                summary.Add((field.ShownLabel, field.Show(value)));
        return [.. summary, .. Unasked(answers, form)];
    }

    public static IEnumerable<(string Label, string Value)> Unasked(SubmittedAnswers answers, FormDefinition form) =>
    [
        .. answers.Properties.Where(answer => form.Fields.All(field => field.Property != answer.Key))
            .Select(answer => (ContactFields.Get(answer.Key).ShownLabel, ContactFields.Get(answer.Key).Show(answer.Value))),
        .. answers.CustomFields.Where(answer => form.FieldOf(answer.Key) is null).Select(answer => (answer.Key, answer.Value)),
    ];
}
