namespace LeadCapture.Admin.Runs;

/// A lead's part in a run.
public sealed class RunLead
{
    public required int RunId { get; init; }

    /// From 1, in the order in which they are worked.
    public required int Position { get; init; }
    public required Guid LeadId { get; init; }
    public RunLeadState State { get; private set; }

    /// What it is to say, as JSON, where that comes from a file; null as soon as it was dealt with.
    public string? AnswersJson { get; set; }

    /// How often it had been corrected when that was checked.
    public int? Corrections { get; init; }

    public void MoveTo(RunLeadState state) => (State, AnswersJson) = (state, null);

}

/// A run, as the page of a lead names it.
public sealed record RunOfLead(int RunId, RunLeadState State);
