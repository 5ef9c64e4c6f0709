using LeadCapture.Forms;
using LeadCapture.Forms.Fields;
using static LeadCapture.Admin.Leads.LeadText;

namespace LeadCapture.Admin.Leads;

/// A complaint about a field in the words of a person: what it is called, and what to do about it. Null where ours would say no more than
/// the complaint itself.
public sealed record ProblemWords(string Name, string Advice)
{
    private static readonly string[] Missing = ["required", "must not be empty", "missing", "must be given", "must be set"];
    private static readonly string[] Code = ["country code", "e.164", "international format"];
    private static readonly string[] Long = ["too long", "at most", "maximum length", "max length", "characters or fewer"];
    private static readonly string[] Unknown = ["no custom field", "unknown", "not found", "does not exist", "not recogni"];

    public static ProblemWords? Of(FieldProblem problem, FormDefinition form)
    {
        if (Says(problem, Code))
            return new(T["Missing country code"], T["Add the country code, like +1 415 555 0123"]);
        if (Says(problem, Missing))
            return new(T["Missing value"], T["Fill it in"]);
        if (Says(problem, Long))
            return new(T["Too long"], T["Shorten it"]);
        if (problem.Id.StartsWith('/') && Says(problem, Unknown))
            return new(T["Custom field not in Reply.io"], T["Add it in Reply.io, or send it under another name"]);
        return KindOf(problem, form) switch
        {
            EmailKind => new(T["Invalid email address"], T["Check the address for typing errors"]),
            PhoneKind => new(T["Invalid phone number"], T["Check the number, and add the country code"]),
            UrlKind => new(T["Invalid link"], T["Check the address of the page"]),
            _ => null,
        };
    }

    private static FieldKind? KindOf(FieldProblem problem, FormDefinition form) =>
        (problem.Id.StartsWith('/') ? form.FieldOf(problem.Id[1..]) : ContactFields.Find(problem.Id))?.Kind;

    private static bool Says(FieldProblem problem, string[] parts) =>
        parts.Any(part => problem.Detail.Contains(part, StringComparison.OrdinalIgnoreCase));
}
