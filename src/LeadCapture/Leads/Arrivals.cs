using System.Collections.Concurrent;
using LeadCapture.Data;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Leads;

/// How many leads came in. Days that are over are counted once a day, because nothing comes in behind them any more.
public sealed class Arrivals(TimeProvider clock)
{
    /// For leads that were on their way into the store when their day ended.
    private static readonly TimeSpan Late = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<(DateOnly From, DateOnly Until), long> counted = new();
    private DateOnly countedOn;

    /// In days of UTC.
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public async Task<long> Total(LeadDb db, CancellationToken aborted)
    {
        var yesterday = Today.AddDays(-1);
        return await Count(db, DateOnly.FromDateTime(DateTime.UnixEpoch), yesterday, aborted)
            + await On(db, yesterday, aborted)
            + await Count(db, yesterday.AddDays(1), DateOnly.MaxValue, aborted);
    }

    public Task<long> On(LeadDb db, DateOnly day, CancellationToken aborted) => Count(db, day, day.AddDays(1), aborted);

    private async Task<long> Count(LeadDb db, DateOnly from, DateOnly until, CancellationToken aborted)
    {
        CountAnewEachDay();
        if (counted.TryGetValue((from, until), out var known))
            return known;
        var (first, end) = (LeadId.From(StartOf(from)), LeadId.From(StartOf(until)));
        var count = await db.Leads.LongCountAsync(lead => lead.Id >= first && lead.Id < end, aborted);
        if (StartOf(until) < clock.GetUtcNow().UtcDateTime - Late)
            counted[(from, until)] = count;
        return count;
    }

    /// Leads may have been erased meanwhile.
    private void CountAnewEachDay()
    {
        if (countedOn == Today)
            return;
        countedOn = Today;
        counted.Clear();
    }

    private static DateTime StartOf(DateOnly day) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
}
