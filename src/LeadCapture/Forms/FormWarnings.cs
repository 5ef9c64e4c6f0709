using LeadCapture.Forms.Fields;
using static LeadCapture.Forms.FormText;

namespace LeadCapture.Forms;

/// What is allowed in a form and probably not meant, in sentences for its maker.
public static class FormWarnings
{
    private static readonly string[] Meaningless =
    [
        "text", "field", "input", "option", "untitled", "question", "short text", "long text", "drop-down list", "single choice",
        "multiple choice", "rating", "number", "date", "yes or no", "hidden field",
    ];

    public static IReadOnlyList<string> Of(FormDefinition form) =>
    [
        .. form.Fields.Where(field => field.Kind.IsSeen).SelectMany(Of),
        .. Hidden(form).Where(field => field.Required)
            .Select(field => T["“{0}” is required, but a condition can hide it. It is required only while it is shown.", field.Label].Value),
        .. form.Steps.Where(step => step.Sections.All(section => section.Fields.Count == 0))
            .Select(step => step.Title == ""
                ? T["A step has no fields. Visitors skip it."].Value
                : T["Step “{0}” has no fields. Visitors skip it.", step.Title].Value),
    ];

    private static IEnumerable<string> Of(Field field)
    {
        if (field.Property is null && Meaningless.Contains(field.Label.Trim().ToLowerInvariant()))
            yield return T["“{0}” is a vague label. Ask a question, such as “What are you interested in?”", field.Label];
        if (field.Options.Count == 1 && field.Kind != FieldKinds.Checkboxes)
            yield return T["“{0}” has only one option.", field.Label];
    }

    private static IEnumerable<Field> Hidden(FormDefinition form) =>
        from step in form.Steps
        from section in step.Sections
        from field in section.Fields
        where (field.ShowWhen ?? section.ShowWhen ?? step.ShowWhen) is not null
        select field;
}
