namespace LeadCapture.Admin.Leads.NewLeads;

/// A line of a file that was checked and waits for its turn in a run: it is a lead as soon as it is gone from here.
public sealed class NewLeadLine
{
    public required int RunId { get; init; }

    /// From 1, in the order in which they are worked.
    public required int Position { get; init; }

    /// As an editor counts it.
    public required int Number { get; init; }

    /// The version that it was checked with: it is taken in by the same.
    public required int FormId { get; init; }
    public required int FormVersion { get; init; }
    public required string SubmissionId { get; init; }

    /// What stands there, as JSON.
    public required string AnswersJson { get; init; }
}
