using LeadCapture.Admin.Leads;
using LeadCapture.Deliveries;
using LeadCapture.Forms;
using static LeadCapture.Admin.Failures.FailureText;

namespace LeadCapture.Admin.Failures;

/// Leads with the same fault, told by the newest of them.
public sealed record FailedGroup(string Id, long Count, ListedLead Newest, DateTime Oldest, FormDefinition Form)
{
    /// Said anew each time: a note on them is stored in English.
    public IReadOnlyList<FieldProblem> Problems => ReplyProblems.Of(Newest.Problems, Newest.Answers, Form);

    /// Reply.io has the contacts, and this has not followed; null: they are not there.
    public DeliveryStep? Step => FailureGroup.StepOf(Id);

    /// A change of the answers may help.
    public bool MayFix => Step is null && Id is not (FailureGroup.TriesOver or FailureGroup.NoLookUp or FailureGroup.Unanswered
        or FailureGroup.KnownWithout or FailureGroup.FromBackup or FailureGroup.Restored or FailureGroup.Corrected);

    /// Nothing about them has to be changed or found out first.
    public bool MayResubmit => !MayFix && Id is not (FailureGroup.NoLookUp or FailureGroup.KnownWithout or FailureGroup.FromBackup);

    public string Title => Id switch
    {
        FailureGroup.TriesOver => T["Automatic retries ended"],
        FailureGroup.NoLookUp => T["Response lost, lookup not possible"],
        FailureGroup.Unanswered => T["No response, while other leads get through"],
        FailureGroup.KnownWithout => T["Reply.io has the contact, without these answers"],
        FailureGroup.FromBackup => T["From a restored backup: may have been sent before"],
        FailureGroup.Restored => T["Restored after discarding"],
        FailureGroup.Corrected => T["Corrected, not resubmitted yet"],
        FailureGroup.Undone => T["Correction undone"],
        FailureGroup.Others => T["Other reasons"],
        _ when Step is { } step => TitleOf(step),
        _ when Problems.Count == 0 => RefusalReason.WordsOf(Newest.Reason ?? "", Newest.Answers) is { Length: > 0 } words
            ? words
            : T["Rejected without a reason"],
        _ => string.Join("; ", Problems.Select(TitleOf)),
    };

    /// What to do about it, where that is known.
    public string Advice => Step switch
    {
        null => AdviceOnProblems,
        DeliveryStep.Lists => T["Check the list in Reply.io, then resubmit"],
        _ => T["Check the sequence in Reply.io, then resubmit"],
    };

    private string AdviceOnProblems => string.Join("; ", Problems
        .Select(problem => ProblemWords.Of(problem, Newest.Answers, Form)?.Advice)
        .OfType<string>()
        .Distinct());

    private string TitleOf(DeliveryStep step) => step switch
    {
        DeliveryStep.Lists => T["Contact created, not added to its list · {0}", WhyNot(step)],
        DeliveryStep.Removal => T["Not removed from the sequence · {0}", WhyNot(step)],
        _ => T["Contact created, not enrolled · {0}", WhyNot(step)],
    };

    private string WhyNot(DeliveryStep step) =>
        Id == FailureGroup.OfStep(step, FailureGroup.Unanswered, Newest.Answers) ? T["No response"]
        : Id == FailureGroup.OfStep(step, FailureGroup.NoLookUp, Newest.Answers) ? T["Response lost, lookup not possible"]
        : RefusalReason.WordsOf(Newest.Reason ?? "", Newest.Answers) is { Length: > 0 } words ? words.Split(". ")[0].TrimEnd('.')
        : T["Rejected without a reason"];

    private string TitleOf(FieldProblem problem) => ProblemWords.Of(problem, Newest.Answers, Form) is { } words
        ? T["{0} · {1}", words.Name, problem.Label]
        : Of(problem.Label, RefusalReason.WordsOf(problem.Detail, Newest.Answers));

    /// In Reply.io's words, for one lead.
    public string Words => Problems.Count == 0
        ? Newest.Reason ?? ""
        : string.Join("; ", Problems.Select(problem => Of(problem.Label, problem.Detail)));

    private static string Of(string field, string words) => T["{0}: {1}", field, words];
}
