using LeadCapture.Deliveries;
using LeadCapture.Forms.Fields;
using LeadCapture.Forms;

namespace LeadCapture.Admin.Failures;

/// The rule that most probably heals a group, by the field and the words of its first complaint.
public static class Proposal
{
    private static readonly string[] Unknown = ["no custom field", "unknown", "exist", "not found", "not a member", "not recogni"];
    private static readonly string[] Missing = ["required", "empty", "missing", "must be given", "must be set"];

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
        var words = group.Problems.Count > 0 ? RefusalReason.WordsOf(group.Problems[0].Detail, group.Newest.Answers) : "";
        return field switch
        {
            _ when Say(words, Missing) => FixKind.Default,
            "" => FixKind.Trim,
            _ when IsPhone(field, group.Form) => FixKind.CountryCode,
            ['/', ..] => Say(words, Unknown) || group.Problems[0].Input.EndsWith(".key", StringComparison.Ordinal) ? FixKind.Rename : FixKind.Trim,
            _ => FixKind.Trim,
        };
    }

    private static bool IsPhone(string field, FormDefinition form) =>
        (field.StartsWith('/') ? form.FieldOf(field[1..]) : ContactFields.Find(field))?.Kind == FieldKinds.Phone;

    private static bool Say(string words, string[] parts) => parts.Any(part => words.Contains(part, StringComparison.OrdinalIgnoreCase));
}
