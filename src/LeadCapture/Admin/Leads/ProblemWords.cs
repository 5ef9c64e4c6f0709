using LeadCapture.Deliveries;
using LeadCapture.Forms;
using LeadCapture.Forms.Fields;
using static LeadCapture.Admin.Leads.LeadText;

namespace LeadCapture.Admin.Leads;

/// A complaint about a field in the words of a person: what it is called, and what to do about it. Null where ours would say no more than
/// the complaint itself.
public sealed record ProblemWords(string Name, string Advice)
{
    private static readonly string[] Missing = ["required", "empty", "missing", "must be given", "must be set"];
    private static readonly string[] Code = ["country code", "e.164", "international format"];
    private static readonly string[] Long = ["too long", "at most", "maximum length", "max length", "characters or fewer"];
    private static readonly string[] Unknown = ["no custom field", "unknown", "exist", "not found", "not a member", "not recogni"];

    public static ProblemWords? Of(FieldProblem problem, SubmittedAnswers answers, FormDefinition form)
    {
        if (Says(problem, answers, Code))
            return new(T["Missing country code"], T["Add the country code, like +1 415 555 0123"]);
        if (IsMissing(problem, answers))
            return new(T["Missing value"], T["Fill it in"]);
        if (Says(problem, answers, Long))
            return new(T["Too long"], T["Shorten it"]);
        if (IsUnknown(problem, answers))
            return new(T["Custom field not in Reply.io"], T["Create the custom field in Reply.io, or send the answer to another one"]);
        return KindOf(problem, form) switch
        {
            EmailKind => new(T["Invalid email address"], T["Check the address for typos"]),
            PhoneKind => new(T["Invalid phone number"], T["Check the number, and add the country code"]),
            UrlKind => new(T["Invalid link"], T["Check the link"]),
            _ => null,
        };
    }

    private static FieldKind? KindOf(FieldProblem problem, FormDefinition form) =>
        (problem.Id.StartsWith('/') ? form.FieldOf(problem.Id[1..]) : ContactFields.Find(problem.Id))?.Kind;

    public static bool IsMissing(FieldProblem problem, SubmittedAnswers answers) => Says(problem, answers, Missing);

    /// A custom field that Reply.io does not have.
    public static bool IsUnknown(FieldProblem problem, SubmittedAnswers answers) =>
        problem.Id.StartsWith('/') && Says(problem, answers, Unknown);

    /// In words of its own: an answer that it repeats says nothing about what is wrong.
    private static bool Says(FieldProblem problem, SubmittedAnswers answers, string[] parts)
    {
        var words = RefusalReason.WordsOf(problem.Detail, answers);
        return parts.Any(part => words.Contains(part, StringComparison.OrdinalIgnoreCase));
    }
}
