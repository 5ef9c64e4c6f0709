using LeadCapture.Forms;

namespace LeadCapture.Admin.Leads.Import;

/// A line and what it comes to: a correction, problems, or neither where it says what is stored.
public sealed record CheckedLine(TableLine Line)
{
    public IReadOnlyList<LineProblem> Problems { get; init; } = [];
    public PlannedCorrection? Planned { get; init; }

    /// Some of its cells were left as they are stored.
    public bool HasLostLetters { get; init; }

    public bool IsBad => Problems.Count > 0;
}

/// Column is "" where the whole line is meant.
public sealed record LineProblem(string Column, string Message);

/// What would be stored for a lead. Seen: how often it has been corrected so far.
public sealed record PlannedCorrection(
    Guid LeadId, SubmittedAnswers Answers, int Seen, bool NeedsAttention, string Name, IReadOnlyList<Change> Changes);
