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
        var spans = await Deliveries.Where(delivery => delivery.FailureKey!.CompareTo("") > 0).GroupBy(delivery => delivery.FailureKey!)
            .Select(group => new Span(group.Key, group.LongCount(),
                Deliveries.Where(one => one.FailureKey != null && one.FailureKey == group.Key).Select(one => one.LeadId).OrderDescending().First(),
                Deliveries.Where(one => one.FailureKey != null && one.FailureKey == group.Key).Select(one => one.LeadId).Order().First()))
            .ToListAsync(aborted);
        var all = await Deliveries.LongCountAsync(delivery => delivery.State == DeliveryState.NeedsAttention, aborted);
        if (all > spans.Sum(span => span.Count))
            spans.Add(await SpanOf(FailureGroup.Others, aborted));
        var groups = await Described([.. spans.OrderByDescending(span => span.Count).Take(Most)], aborted);
        var known = (await notes.All(aborted)).ToLookup(note => note.FailureKey);
        var ids = spans.Select(span => span.Id).ToHashSet();
        return new(groups, Math.Max(0, spans.Count - Most), known,
            [.. known.Where(fault => !ids.Contains(fault.Key)).Select(fault => fault.First())]);
    }

    /// Null where no lead is left in it.
    public async Task<FailedGroup?> Find(string id, CancellationToken aborted) =>
        FailureGroup.Fits(id) ? (await Described([await SpanOf(id, aborted)], aborted)).SingleOrDefault() : null;

    private async Task<Span> SpanOf(string id, CancellationToken aborted)
    {
        var leads = new LeadFilter { Group = id }.In(Deliveries).Select(delivery => delivery.LeadId);
        return new(id, await leads.LongCountAsync(aborted), await leads.OrderDescending().FirstOrDefaultAsync(aborted),
            await leads.Order().FirstOrDefaultAsync(aborted));
    }

    /// Those that have leads left.
    private async Task<List<FailedGroup>> Described(List<Span> spans, CancellationToken aborted)
    {
        var newest = (await list.Listed(spans.ConvertAll(span => span.Newest), aborted)).ToDictionary(lead => lead.Id);
        List<FailedGroup> groups = [];
        foreach (var span in spans.Where(span => newest.ContainsKey(span.Newest)))
        {
            var lead = newest[span.Newest];
            var form = await forms.Version(lead.FormId, lead.FormVersion);
            groups.Add(new(span.Id, span.Count, lead, LeadId.ReceivedAt(span.Oldest), form.Definition));
        }
        return groups;
    }

    /// How many leads are in a group, and which came last and first.
    private sealed record Span(string Id, long Count, Guid Newest, Guid Oldest);
}
