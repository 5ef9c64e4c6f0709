using System.Collections.Frozen;
using LeadCapture.Forms.Fields;

namespace LeadCapture.Forms;

/// What of a form is shown for given answers. Where a form has no conditions that costs nothing.
public sealed class Visibility
{
    private static readonly Visibility Everything = new(FrozenSet<Field>.Empty);

    private Visibility(IReadOnlySet<Field> hidden) => Hidden = hidden;

    public IReadOnlySet<Field> Hidden { get; }

    public static Visibility Of(FormDefinition form, Submission submission) => Of(form, submission.ValueOf);

    public static Visibility Of(FormDefinition form, SubmittedAnswers answers) => Of(form, field => answers.To(field) ?? "");

    public bool Shows(Field field) => !Hidden.Contains(field);

    public bool Shows(string property) => Hidden.Count == 0 || Hidden.All(field => field.Property != property);

    public bool Shows(CustomAnswer answer) =>
        Hidden.All(field => field.Key is null || !field.Key.Equals(answer.Key, StringComparison.OrdinalIgnoreCase));

    private static Visibility Of(FormDefinition form, Func<Field, string> answerTo) =>
        form.Conditions is { } conditions ? new(conditions.Hidden(answerTo)) : Everything;
}
