using LeadCapture.Deliveries;
using LeadCapture.Web;
using static LeadCapture.Admin.Leads.LeadText;

namespace LeadCapture.Admin.Leads;

/// The leads of one state, or of all, that fit what else is filtered by; how many there are.
public sealed record LeadTab(string Label, RouteLink List, bool IsCurrent, long Count, bool AtLeast)
{
    public string Number => AtLeast ? T["{0:N0}+", Count] : T["{0:N0}", Count];

    public static IReadOnlyList<LeadTab> Of(LeadFilter filter, LeadCount count) =>
    [
        Of(null, T["All"], filter, count.All, count),
        .. from state in Enum.GetValues<DeliveryState>()
           let leads = count.States.GetValueOrDefault(state)
           // What hardly ever happens has no place in sight until it does.
           where leads > 0 || filter.State == state || state is not (DeliveryState.Quarantined or DeliveryState.Discarded)
           select Of(state, state.Pill().Word, filter, leads, count),
    ];

    private static LeadTab Of(DeliveryState? state, string label, LeadFilter filter, long leads, LeadCount count) => new(
        label, new(LeadRoutes.List, Query: (filter with { State = state, Step = null, Before = null }).Query()),
        filter.State == state, leads, count.AtLeast);
}
