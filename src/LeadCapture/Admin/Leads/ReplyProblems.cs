using System.Globalization;
using LeadCapture.Deliveries;
using LeadCapture.Forms;
using LeadCapture.Leads;
using LeadCapture.ReplyIo;

namespace LeadCapture.Admin.Leads;

/// Reply.io's complaint about one field: Input is its name in the form of the lead, "" where Reply.io names none that we know.
public sealed record FieldProblem(string Input, string Label, string Detail, Problem Source);

/// Leads from the names that Reply.io was sent back to the fields that people know.
public static class ReplyProblems
{
    private const string Rows = "customFields[";

    public static IReadOnlyList<FieldProblem> Of(Delivery delivery, Answers answers, FormDefinition form) =>
        [.. ProblemsJson.Read(delivery.Problems).Select(problem => Of(problem, answers, form))];

    private static FieldProblem Of(Problem problem, Answers answers, FormDefinition form)
    {
        if (ContactFields.Find(problem.Field) is { } known)
            return new(problem.Field, (form.Fields.FirstOrDefault(field => field.Property == problem.Field) ?? known).Label,
                problem.Detail, problem);
        // Counted among those that are sent: what is kept here is left out.
        var sent = answers.CustomFields.Where(form.Forwards).ToList();
        if (NumberIn(problem.Field) is not { } number || number >= sent.Count)
            return new("", "The contact", problem.Detail, problem);
        var part = problem.Field.EndsWith("].key", StringComparison.Ordinal) ? "key" : "value";
        return new($"{Rows}{answers.CustomFields.IndexOf(sent[number])}].{part}",
            form.FieldOf(sent[number].Key)?.Label ?? sent[number].Key, problem.Detail, problem);
    }

    private static int? NumberIn(string field) => field.StartsWith(Rows, StringComparison.Ordinal)
        && int.TryParse(field[Rows.Length..].Split(']')[0], NumberStyles.None, InvariantCulture, out var number) ? number : null;
}
