using LeadCapture.Web;
using static LeadCapture.Admin.Leads.LeadText;

namespace LeadCapture.Admin.Leads;

/// The leads before and after one in the list that somebody came from; null where it is the first or the last of them.
public sealed record LeadNeighbors(LeadFilter Filter, Guid? Previous, Guid? Next, int Before, int After)
{
    /// No page waits for a place beyond this.
    public const int Countable = 1000;

    public RouteLink List => new(LeadRoutes.List, Query: Filter.Query());

    /// "3 of 20"; null where counting would take too long.
    public string? Place =>
        Before < Countable && After < Countable && Before + After > 0 ? T["{0} of {1}", Before + 1, Before + 1 + After].Value : null;

    public RouteLink LinkTo(Guid lead) => new(LeadRoutes.Lead, new { id = lead }, Filter.Query());
}
