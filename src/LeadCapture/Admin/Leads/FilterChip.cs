using LeadCapture.Web;
using static LeadCapture.Admin.Leads.LeadText;

namespace LeadCapture.Admin.Leads;

/// A part of the filter in words, and the list without it. The state has its tabs.
public sealed record FilterChip(string Words, RouteLink Without)
{
    public static IEnumerable<FilterChip> Of(LeadFilter filter)
    {
        if (filter.Group != "")
            yield return new(T["Leads with the same problem"], List(filter with { Group = "" }));
        if (filter.Cause is { } cause)
            yield return new(cause.Words(), List(filter with { Cause = null }));
        if (filter.Step is { } step)
            yield return new(step.Words(), List(filter with { Step = null }));
        if (filter.Form != "")
            yield return new(T["Form: {0}", filter.Form], List(filter with { Form = "" }));
        if (filter.Channel != "")
            yield return new(LeadWords.Channel(filter.Channel), List(filter with { Channel = "" }));
        if (filter.From is { } from)
            yield return new(T["From {0}", Day(from)], List(filter with { From = null }));
        if (filter.To is { } to)
            yield return new(T["Until {0}", Day(to)], List(filter with { To = null }));
    }

    private static RouteLink List(LeadFilter filter) => new(LeadRoutes.List, Query: (filter with { Before = null }).Query());

    private static string Day(DateOnly day) => day.ToString("d MMM yyyy", InvariantCulture);
}
