using LeadCapture.Admin.Leads;
using LeadCapture.Deliveries;
using LeadCapture.Forms;

namespace LeadCapture.Admin.Failures;

/// Leads with the same fault, told by the newest of them.
public sealed record FailedGroup(string Id, long Count, ListedLead Newest, DateTime Oldest, FormDefinition Form)
{
    public IReadOnlyList<FieldProblem> Problems { get; } = ReplyProblems.Of(Newest.Problems, Newest.Answers, Form);

    public string Leads => "/admin/leads" + new LeadFilter { Group = Id }.Query();

    public string FixPage => $"/admin/failures/{Id}/fix";

    public string Notes => NotesOf(Id);

    public static string NotesOf(string group) => $"/admin/failures/{group}/notes";

    /// A change of the answers may help.
    public bool MayFix => Id is not (FailureGroup.TriesOver or FailureGroup.NoLookUp or FailureGroup.Unanswered
        or FailureGroup.KnownWithout or FailureGroup.FromBackup or FailureGroup.Restored or FailureGroup.Corrected);

    /// Nothing about them has to be changed or found out first.
    public bool MayResubmit => !MayFix && Id is not (FailureGroup.NoLookUp or FailureGroup.KnownWithout or FailureGroup.FromBackup);

    public string Title => Id switch
    {
        FailureGroup.TriesOver => "Automatic retries ended",
        FailureGroup.NoLookUp => "Response lost, lookup not possible",
        FailureGroup.Unanswered => "No response, while other leads get through",
        FailureGroup.KnownWithout => "Reply.io has the contact, without these answers",
        FailureGroup.FromBackup => "From a restored backup: may have been sent before",
        FailureGroup.Restored => "Restored after discarding",
        FailureGroup.Corrected => "Corrected, not resubmitted yet",
        FailureGroup.Undone => "Correction undone",
        FailureGroup.Others => "Other reasons",
        _ when Problems.Count == 0 => Sentence(RefusalReason.WordsOf(Newest.Reason ?? "", Newest.Answers)),
        _ => string.Join("; ", Problems.Select(problem => $"{problem.Label}: {RefusalReason.WordsOf(problem.Detail, Newest.Answers)}")),
    };

    /// In Reply.io's words, for one lead.
    public string Words => Problems.Count == 0
        ? Newest.Reason ?? ""
        : string.Join("; ", Problems.Select(problem => $"{problem.Label}: {problem.Detail}"));

    private static string Sentence(string words) => words == "" ? "Rejected without a reason" : words;
}
