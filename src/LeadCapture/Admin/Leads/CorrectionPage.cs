using LeadCapture.Shared;

namespace LeadCapture.Admin.Leads;

/// The form of a lead, filled in by what is stored or by what somebody typed.
public sealed record CorrectionPage(LeadPage Lead, FormPage Form)
{
    public string Why { get; init; } = "";

    /// Why nothing was saved, where it was not.
    public string Conflict { get; init; } = "";

    /// What somebody else saved meanwhile (Was), and what is in this page instead (Is).
    public IReadOnlyList<Change> Meanwhile { get; init; } = [];

    /// What is wrong with the reason itself.
    public string? WhyProblem { get; init; }

    public IReadOnlyList<(string InputId, string Message)> Errors =>
        WhyProblem is null ? Form.Errors : [.. Form.Errors, ("why", WhyProblem)];

    public int LastCorrection => Lead.Corrections.Count;
}
