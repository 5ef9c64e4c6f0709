using LeadCapture.Admin.Leads;

namespace LeadCapture.Admin.Runs;

/// What somebody wants to have done, as the list of leads and the page before the start post it.
public sealed class RunRequest
{
    public RunOrder? Order { get; set; }

    /// All that match the filter; otherwise the leads that were ticked.
    public bool All { get; set; }
    public List<Guid> Lead { get; set; } = [];
    public string Reason { get; set; } = "";
    public bool Agreed { get; set; }

    /// The number of a sequence, as it is chosen or typed.
    public string Sequence { get; set; } = "";

    /// No page shows more.
    public IReadOnlyList<Guid> Picked => All ? [] : [.. Lead.Distinct().Take(LeadList.PageSize)];
}
