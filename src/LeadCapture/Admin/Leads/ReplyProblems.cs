using LeadCapture.Deliveries;
using LeadCapture.Forms;
using LeadCapture.ReplyIo;
using static LeadCapture.Admin.Leads.LeadText;

namespace LeadCapture.Admin.Leads;

/// A complaint of Reply.io, or of the form's own rules, about one field: Input is its name in the form of the lead, Id is its name in a
/// change; both are "" where
/// it names none that we know.
public sealed record FieldProblem(string Input, string Id, string Label, string Detail);

/// Leads from the names that Reply.io was sent back to the fields that people know.
public static class ReplyProblems
{
    public static IReadOnlyList<FieldProblem> Of(string? problems, SubmittedAnswers answers, FormDefinition form) =>
        [.. ProblemsJson.Read(problems).Select(problem => Of(problem, answers, form))];

    private static FieldProblem Of(Problem problem, SubmittedAnswers answers, FormDefinition form)
    {
        if (ContactFields.Find(problem.Field) is not null)
            return new(problem.Field, problem.Field, form.PropertyField(problem.Field).ShownLabel, problem.Detail);
        if (problem.Field is ['/', .. var key])
            return new(InputOf(key, answers), problem.Field, form.FieldOf(key)?.ShownLabel ?? key, problem.Detail);
        // Counted among those that are sent: what is kept here is left out.
        var sent = form.Forwarded(answers);
        if (RefusalReason.RowOf(problem.Field) is not { } number || number >= sent.Count)
            return new("", "", T["Contact"], problem.Detail);
        var part = problem.Field.EndsWith("].key", StringComparison.Ordinal) ? "key" : "value";
        var answer = sent[number].Answer;
        return new($"customFields[{answers.CustomFields.IndexOf(answer)}].{part}", "/" + answer.Key,
            form.FieldOf(answer.Key)?.ShownLabel ?? answer.Key, problem.Detail);
    }

    /// Where it was not answered, its key stands for the number: see FormRules.
    private static string InputOf(string key, SubmittedAnswers answers)
    {
        var place = answers.CustomFields.FindIndex(answer => answer.Key.Equals(key, StringComparison.OrdinalIgnoreCase));
        return $"customFields[{(place < 0 ? key : place.ToString(InvariantCulture))}].value";
    }
}
