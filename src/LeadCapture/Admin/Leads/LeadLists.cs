using LeadCapture.Deliveries;
using LeadCapture.Leads;

namespace LeadCapture.Admin.Leads;

/// The lists that people look at. Each reads one page through an index, however many leads there are: what else it shows is
/// joined to the page, not the page cut from what was joined.
public static class LeadLists
{
    private const string AfterAllLetters = "\U0010FFFF";

    /// Newest first; of all states where none is named. The next page begins before the last id of this one.
    public static IQueryable<Delivery> Newest(this IQueryable<Delivery> deliveries, DeliveryState? state, Guid? before, int count) =>
        deliveries.Of(state, before).OrderByDescending(delivery => delivery.LeadId).Take(count);

    /// Oldest first, up to this id.
    public static IQueryable<Delivery> Oldest(this IQueryable<Delivery> deliveries, DeliveryState? state, Guid? before, int count) =>
        deliveries.Of(state, before).OrderBy(delivery => delivery.LeadId).Take(count);

    private static IQueryable<Delivery> Of(this IQueryable<Delivery> deliveries, DeliveryState? state, Guid? before)
    {
        if (state is { } wanted)
            deliveries = deliveries.Where(delivery => delivery.State == wanted);
        return before is { } end ? deliveries.Where(delivery => delivery.LeadId < end) : deliveries;
    }

    /// In the order of addresses, behind this one; those without an address are not among them.
    public static IQueryable<Lead> ByEmail(this IQueryable<Lead> leads, (string Email, Guid Id) last, int count) => leads
        .Where(lead => lead.Email!.CompareTo(last.Email) >= 0 && (lead.Email != last.Email || lead.Id > last.Id))
        .OrderBy(lead => lead.Email).ThenBy(lead => lead.Id).Take(count);

    public static IQueryable<Lead> ByEmailBackwards(this IQueryable<Lead> leads, (string Email, Guid Id)? last, int count)
    {
        leads = last is var (email, id)
            ? leads.Where(lead => lead.Email!.CompareTo(email) <= 0 && (lead.Email != email || lead.Id < id))
            : leads.Where(lead => lead.Email!.CompareTo("") >= 0);
        return leads.OrderByDescending(lead => lead.Email).ThenByDescending(lead => lead.Id).Take(count);
    }

    /// Those without an address.
    public static IQueryable<Lead> WithoutEmail(this IQueryable<Lead> leads, Guid last, int count) =>
        leads.Where(lead => lead.Email == null && lead.Id > last).OrderBy(lead => lead.Id).Take(count);

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
