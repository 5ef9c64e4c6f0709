using LeadCapture.Admin.Leads;
using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.Forms;
using LeadCapture.Leads;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Failures;

/// Reads the groups from the index of what needs a person: no lead is looked at but the newest of each.
public sealed class FailedGroups(LeadDb db, LeadList list, FormCatalog forms, FailureNotes notes)
{
    private const int Most = 50;

    private IQueryable<Delivery> Deliveries => db.Deliveries.AsNoTracking();

    /// The largest first.
    public async Task<FailuresPage> All(CancellationToken aborted)
    {
        // Every key is greater; the comparison leads to the index.
        var counts = await Deliveries.Where(delivery => delivery.FailureKey!.CompareTo("") > 0)
            .GroupBy(delivery => delivery.FailureKey!).Select(group => new { group.Key, Count = group.LongCount() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, aborted);
        var all = await Deliveries.LongCountAsync(delivery => delivery.State == DeliveryState.NeedsAttention, aborted);
        if (all > counts.Values.Sum())
            counts[FailureGroup.Others] = all - counts.Values.Sum();
        List<FailedGroup> groups = [];
        foreach (var (id, count) in counts.OrderByDescending(group => group.Value).Take(Most))
            if (await Described(id, count, aborted) is { } group)
                groups.Add(group);
        var known = (await notes.All(aborted)).ToLookup(note => note.FailureKey);
        return new(groups, Math.Max(0, counts.Count - Most), known,
            [.. known.Where(fault => !counts.ContainsKey(fault.Key)).Select(fault => fault.First())]);
    }

    /// Null where no lead is left in it.
    public async Task<FailedGroup?> Find(string id, CancellationToken aborted)
    {
        if (!FailureGroup.Fits(id))
            return null;
        var count = await Members(id).LongCountAsync(aborted);
        return count == 0 ? null : await Described(id, count, aborted);
    }

    private async Task<FailedGroup?> Described(string id, long count, CancellationToken aborted)
    {
        var page = await list.Page(new() { Group = id }, 1, aborted);
        if (page.Leads is not [var newest, ..])
            return null;
        var oldest = await Members(id).Select(delivery => delivery.LeadId).Order().FirstAsync(aborted);
        var form = await forms.Version(newest.FormId, newest.FormVersion);
        return new(id, count, newest, LeadId.ReceivedAt(oldest), form.Definition);
    }

    private IQueryable<Delivery> Members(string id) => new LeadFilter { Group = id }.In(Deliveries);
}
