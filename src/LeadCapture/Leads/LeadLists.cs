using LeadCapture.Deliveries;

namespace LeadCapture.Leads;

/// The lists that people look at. Each reads one page through an index, however many leads there are: what else it shows is
/// joined to the page, not the page cut from what was joined.
public static class LeadLists
{
    private const string AfterAllLetters = "\U0010FFFF";

    /// Newest first; of all states where none is named. The next page begins before the last id of this one.
    public static IQueryable<Delivery> Newest(this IQueryable<Delivery> deliveries, DeliveryState? state, Guid? before, int count)
    {
        if (state is { } wanted)
            deliveries = deliveries.Where(delivery => delivery.State == wanted);
        if (before is { } last)
            deliveries = deliveries.Where(delivery => delivery.LeadId < last);
        return deliveries.OrderByDescending(delivery => delivery.LeadId).Take(count);
    }

    /// Those whose email address begins with this text, in the order of addresses.
    public static IQueryable<Delivery> WithEmail(this IQueryable<Delivery> deliveries, string text, int count)
    {
        var first = text.Trim().ToLowerInvariant();
        var end = first + AfterAllLetters;
        return deliveries
            .Where(delivery => delivery.Lead!.Email!.CompareTo(first) >= 0 && delivery.Lead.Email.CompareTo(end) < 0)
            .OrderBy(delivery => delivery.Lead!.Email).Take(count);
    }
}
