using LeadCapture.Data;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Leads;

/// How many leads each form got. Those of days that are over are counted once a day.
public sealed class FormArrivals(TimeProvider clock)
{
    private volatile Counted earlier = new(default, []);

    public async Task<IReadOnlyDictionary<int, FormLeads>> All(LeadDb db, CancellationToken aborted)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        // A lead may be on its way into the store when its day ends.
        var yesterday = LeadId.From(today.AddDays(-1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
        if (earlier.On != today)
            earlier = new(today, await Count(db.Leads.Where(lead => lead.Id < yesterday), aborted));
        var since = await Count(db.Leads.Where(lead => lead.Id >= yesterday), aborted);
        var start = LeadId.From(today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
        var ofToday = await Count(db.Leads.Where(lead => lead.Id >= start), aborted);
        return earlier.Leads.Keys.Union(since.Keys).ToDictionary(form => form, form => new FormLeads(
            earlier.Leads.GetValueOrDefault(form).Count + since.GetValueOrDefault(form).Count,
            ofToday.GetValueOrDefault(form).Count,
            since.TryGetValue(form, out var recent) ? recent.Newest : earlier.Leads[form].Newest));
    }

    private static async Task<Dictionary<int, (long Count, DateTime Newest)>> Count(IQueryable<Lead> leads, CancellationToken aborted) =>
        (await leads.GroupBy(lead => lead.FormId)
            .Select(group => new { group.Key, Count = group.LongCount(), Newest = group.Max(lead => lead.ReceivedAt) })
            .ToListAsync(aborted)).ToDictionary(group => group.Key, group => (group.Count, group.Newest));

    private sealed record Counted(DateOnly On, Dictionary<int, (long Count, DateTime Newest)> Leads);
}

public sealed record FormLeads(long All, long Today, DateTime Newest);
