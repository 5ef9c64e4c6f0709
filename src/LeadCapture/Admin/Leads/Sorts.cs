using LeadCapture.Web;
using static LeadCapture.Admin.Leads.LeadText;

namespace LeadCapture.Admin.Leads;

/// The heading of a column by which the list can be put in order. What was searched for has an order of its own.
public sealed record Sorts(LeadListPage Page, string Label, LeadOrder Upwards, LeadOrder Downwards)
{
    public string? Class { get; init; }

    private LeadOrder Order => Page.Filter.Order;

    public string? Now => Page.Search is not null ? null : Order == Upwards ? "ascending" : Order == Downwards ? "descending" : null;

    /// A first press on another column gives the order that people look for: addresses from A, leads from the newest.
    public RouteLink? List => Page.Search is not null ? null
        : new(LeadRoutes.List, Query: (Page.Filter with { Before = null, Order = Next }).Query());

    /// What a press on it does.
    public string What => Next switch
    {
        LeadOrder.Newest => T["(sort by time, newest first)"],
        LeadOrder.Oldest => T["(sort by time, oldest first)"],
        LeadOrder.Email => T["(sort by email address, A to Z)"],
        _ => T["(sort by email address, Z to A)"],
    };

    private LeadOrder Next => (Order == Upwards, Order == Downwards, Upwards) switch
    {
        (true, _, _) => Downwards,
        (_, true, _) => Upwards,
        (_, _, LeadOrder.Email) => Upwards,
        _ => Downwards,
    };
}
