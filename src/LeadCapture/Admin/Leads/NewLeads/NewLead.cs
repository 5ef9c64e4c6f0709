using LeadCapture.Admin.Leads.Import;
using LeadCapture.Forms;

namespace LeadCapture.Admin.Leads.NewLeads;

/// A line and what it comes to: a lead, problems, or nothing.
public sealed record NewLead(TableLine Line, LineFate Fate)
{
    public string Id { get; init; } = "";

    /// As it stands in the line.
    public SubmittedAnswers Read { get; init; } = new();

    /// As it would be stored.
    public SubmittedAnswers Stored { get; init; } = new();

    public IReadOnlyList<LineProblem> Problems { get; init; } = [];
}

/// Known: imported before, or the same line stands above.
public enum LineFate { Ready, Bad, Known, Empty }
