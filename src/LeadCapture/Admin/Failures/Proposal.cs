using LeadCapture.Admin.Leads;
using LeadCapture.Forms.Fields;
using LeadCapture.Forms;

namespace LeadCapture.Admin.Failures;

/// The rule that most probably heals a group, by the field and the words of its first complaint.
public static class Proposal
{
    public static FixForm For(FailedGroup group, FixKind? chosen)
    {
        var field = group.Problems.Count > 0 ? group.Problems[0].Id : "";
        var kind = chosen ?? Kind(group, field);
        var custom = field.StartsWith('/') ? field[1..] : "";
        return kind switch
        {
            FixKind.Rename => new() { Kind = kind, From = custom },
            FixKind.CountryCode => new() { Kind = kind, Field = IsPhone(field, group.Form) ? field : "phone" },
            _ => new() { Kind = kind, Field = field },
        };
    }

    private static FixKind Kind(FailedGroup group, string field)
    {
        if (group.Problems is not [var problem, ..])
            return FixKind.Trim;
        var answers = group.Newest.Answers;
        return field switch
        {
            _ when ProblemWords.IsMissing(problem, answers) => FixKind.Default,
            "" => FixKind.Trim,
            _ when IsPhone(field, group.Form) => FixKind.CountryCode,
            _ when ProblemWords.IsUnknown(problem, answers) || problem.Input.EndsWith(".key", StringComparison.Ordinal) => FixKind.Rename,
            _ => FixKind.Trim,
        };
    }

    private static bool IsPhone(string field, FormDefinition form) =>
        (field.StartsWith('/') ? form.FieldOf(field[1..]) : ContactFields.Find(field))?.Kind == FieldKinds.Phone;
}
