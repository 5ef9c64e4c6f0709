using System.Collections.Immutable;
using LeadCapture.Data;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Leads;

/// How many leads each form got. What is an hour old is counted once a day, and from then on only what comes after it.
public sealed class FormArrivals(TimeProvider clock)
{
    /// A lead may be on its way into the store for so long.
    private static readonly TimeSpan Late = TimeSpan.FromHours(1);

    private volatile Counted counted = Counted.Nothing;

    public async Task<IReadOnlyDictionary<int, FormLeads>> All(LeadDb db, CancellationToken aborted)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = LeadId.From(now.Date);
        var known = counted;
        // Leads may have been erased meanwhile.
        if (known.Today != today)
            known = Counted.Nothing with { Today = today };
        var settled = LeadId.From(now - Late);
        if (settled > known.End)
            counted = known = await Until(settled, known, db, aborted);
        return (await Until(Guid.AllBitsSet, known, db, aborted)).Leads;
    }

    private static async Task<Counted> Until(Guid end, Counted known, LeadDb db, CancellationToken aborted)
    {
        var (start, today) = (known.End, known.Today);
        var more = await db.Leads.Where(lead => lead.Id >= start && lead.Id < end).GroupBy(lead => lead.FormId)
            .Select(group => new
            {
                group.Key,
                All = group.LongCount(),
                Today = group.LongCount(lead => lead.Id >= today),
                Newest = group.Max(lead => lead.ReceivedAt),
            }).ToListAsync(aborted);
        var leads = known.Leads;
        foreach (var form in more)
        {
            var before = leads.GetValueOrDefault(form.Key);
            leads = leads.SetItem(form.Key, new(form.All + (before?.All ?? 0), form.Today + (before?.Today ?? 0), form.Newest));
        }
        return known with { End = end, Leads = leads };
    }

    /// Of the day that began with the id Today, all leads before End.
    private sealed record Counted(Guid Today, Guid End, ImmutableDictionary<int, FormLeads> Leads)
    {
        public static readonly Counted Nothing = new(Guid.Empty, Guid.Empty, ImmutableDictionary<int, FormLeads>.Empty);
    }
}

public sealed record FormLeads(long All, long Today, DateTime Newest);
