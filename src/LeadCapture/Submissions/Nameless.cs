using LeadCapture.Forms;

namespace LeadCapture.Submissions;

/// Custom fields that cannot stand among the answers, because they have no name, or one that another has already. They are kept as
/// remarks.
internal static class Nameless
{
    public static Submission SetAside(Submission submission)
    {
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        var named = submission.CustomFields.FindAll(row => row.Value == "" || (row.Key != "" && seen.Add(row.Key)));
        return submission with
        {
            CustomFields = named,
            Remarks =
            [
                .. submission.Remarks,
                .. submission.CustomFields.Except(named).Select(row => row.Key == ""
                    ? new Remark("Custom field", row.Value, "Not sent: it has no name")
                    : new Remark(row.Key, row.Value, "Not sent: another answer has this name")),
            ],
        };
    }
}
