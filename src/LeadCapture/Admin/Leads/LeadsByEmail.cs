using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.Leads;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Leads;

/// The list in the order of email addresses; who gave none comes last. What the filter asks for is looked for among so many leads
/// at once: no index knows it in this order.
public sealed class LeadsByEmail(LeadDb db)
{
    /// What was found, and where the look ended if there may be more behind it.
    public async Task<(List<Guid> Found, Guid? End)> Read(LeadFilter filter, int? form, int count, CancellationToken aborted)
    {
        var reach = filter.IsEmpty ? count : LeadList.Reach;
        var last = filter.Before is { } id
            ? await db.Leads.Where(lead => lead.Id == id).Select(lead => new { lead.Id, lead.Email }).FirstOrDefaultAsync(aborted)
            : null;
        List<Guid> found = [];
        if (last is not { Email: null })
        {
            var leads = WithEmail(filter, last is null ? null : (last.Email, last.Id), reach);
            found = await Sorted(Fitting(leads, filter, form), filter.Order).Take(count).ToListAsync(aborted);
            if (found.Count == count)
                return (found, null);
            if (await EndOf(leads, reach, aborted) is { } end)
                return (found, end);
        }
        var rest = db.Leads.WithoutEmail(last is { Email: null } ? last.Id : Guid.Empty, reach);
        found.AddRange(await Fitting(rest, filter, form).Select(lead => lead.Id).Order().Take(count - found.Count).ToListAsync(aborted));
        return (found, found.Count == count ? null : await EndOf(rest, reach, aborted));
    }

    private IQueryable<Lead> WithEmail(LeadFilter filter, (string Email, Guid Id)? last, int reach) =>
        filter.Order == LeadOrder.Email
            ? db.Leads.ByEmail(last ?? ("", Guid.Empty), reach)
            : db.Leads.ByEmailBackwards(last, reach);

    /// Asked of each lead for a number: of a join, and of whether there is any, a database may make a walk through all deliveries.
    private IQueryable<Lead> Fitting(IQueryable<Lead> leads, LeadFilter filter, int? form)
    {
        var (start, end) = (filter.Start, filter.End);
        var deliveries = filter.WithOrigin(filter.In(db.Deliveries), form);
        if (filter.State is { } state)
            deliveries = deliveries.Where(delivery => delivery.State == state);
        return leads.Where(lead => lead.Id > start && lead.Id < end
            && deliveries.Where(delivery => delivery.LeadId == lead.Id).Select(_ => 1).FirstOrDefault() == 1);
    }

    private static IQueryable<Guid> Sorted(IQueryable<Lead> leads, LeadOrder order) =>
        (order == LeadOrder.Email
            ? leads.OrderBy(lead => lead.Email).ThenBy(lead => lead.Id)
            : leads.OrderByDescending(lead => lead.Email).ThenByDescending(lead => lead.Id)).Select(lead => lead.Id);

    private static async Task<Guid?> EndOf(IQueryable<Lead> leads, int reach, CancellationToken aborted) =>
        await leads.Skip(reach - 1).Select(lead => (Guid?)lead.Id).FirstOrDefaultAsync(aborted);
}
