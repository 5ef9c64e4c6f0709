using LeadCapture.Data;
using LeadCapture.Leads;
using LeadCapture.Settings;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Deliveries;

/// The numbers that people and machines watch. What is delivered is not counted: it is what came in without the rest, and the
/// rest is small.
public sealed class Figures(
    IDbContextFactory<LeadDb> databases, Store store, Arrivals arrivals, ReplyOptions options, TimeProvider clock)
{
    private const int Sample = 4_000;
    private const int TimesAsLong = 100;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private static readonly DeliveryState[] Undelivered = [.. Enum.GetValues<DeliveryState>().Except([DeliveryState.Delivered])];
    private volatile Kept? kept;

    /// Kept for a hundred times as long as it took to find out, ten seconds at most: few leads are counted anew each time, and
    /// many are not counted all the time.
    public async Task<QueueFigures> Queue(CancellationToken aborted)
    {
        var (now, began) = (clock.GetUtcNow().UtcDateTime, clock.GetTimestamp());
        if (kept is { } known && now >= known.Queue.ReadAt && now < known.Until)
            return known.Queue;
        await using var db = await databases.CreateDbContextAsync(aborted);
        var states = await Count(db.Deliveries, aborted);
        states[DeliveryState.Delivered] = await arrivals.Total(db, aborted) - states.Values.Sum();
        var queue = new QueueFigures(states, await Oldest(db, now, aborted), now);
        var worth = clock.GetElapsedTime(began) * TimesAsLong;
        kept = new(queue, now + (worth < Longest ? worth : Longest));
        return queue;
    }

    /// Of the leads that came in on each of the last days (UTC), oldest day first.
    public async Task<IReadOnlyList<DayFigures>> Days(int count, CancellationToken aborted)
    {
        await using var db = await databases.CreateDbContextAsync(aborted);
        List<DayFigures> days = [];
        for (var day = arrivals.Today.AddDays(1 - count); day <= arrivals.Today; day = day.AddDays(1))
        {
            var (from, end) = (LeadId.From(day.ToDateTime(default)), LeadId.From(day.AddDays(1).ToDateTime(default)));
            var rest = await Count(db.Deliveries.Where(delivery => delivery.LeadId >= from && delivery.LeadId < end), aborted);
            var received = await arrivals.On(db, day, aborted);
            days.Add(new(day, received, received - rest.Values.Sum(), rest.GetValueOrDefault(DeliveryState.NeedsAttention)));
        }
        return days;
    }

    /// From received to delivered, for the leads of the last 24 hours (the newest of them, where there are very many).
    public async Task<DeliveryTimes?> Times(CancellationToken aborted)
    {
        var since = LeadId.From(clock.GetUtcNow().UtcDateTime.AddDays(-1));
        await using var db = await databases.CreateDbContextAsync(aborted);
        var delivered = await db.Deliveries
            .Where(delivery => delivery.State == DeliveryState.Delivered && delivery.LeadId >= since)
            .OrderByDescending(delivery => delivery.LeadId).Take(Sample)
            .Select(delivery => new { delivery.LeadId, delivery.DeliveredAt }).ToListAsync(aborted);
        TimeSpan[] times = [.. delivered.Select(one => one.DeliveredAt!.Value - LeadId.ReceivedAt(one.LeadId)).Order()];
        return times.Length == 0 ? null : new(Percentile(times, 50), Percentile(times, 95));
    }

    /// Calls that may be made now; int.MaxValue where there is no limit.
    public async Task<int> BudgetLeft()
    {
        await using var reading = await store.Read();
        var limits = BudgetLimits.Of(await GateRow.Read(reading), options);
        return (await Budget.Read(reading, limits, clock.GetUtcNow().UtcDateTime)).Left;
    }

    /// The least time that so many of a hundred did not exceed.
    public static TimeSpan Percentile(TimeSpan[] sorted, int share) => sorted[(((sorted.Length * share) + 99) / 100) - 1];

    private static Task<Dictionary<DeliveryState, long>> Count(IQueryable<Delivery> deliveries, CancellationToken aborted) =>
        deliveries.Where(delivery => Undelivered.Contains(delivery.State)).GroupBy(delivery => delivery.State)
            .Select(group => new { group.Key, Count = group.LongCount() })
            .ToDictionaryAsync(one => one.Key, one => one.Count, aborted);

    private static async Task<DateTime?> Oldest(LeadDb db, DateTime now, CancellationToken aborted)
    {
        var waiting = await First(db, DeliveryState.Waiting, now).ToListAsync(aborted);
        var unconfirmed = await First(db, DeliveryState.Unconfirmed, now).ToListAsync(aborted);
        return waiting.Concat(unconfirmed).Select(id => (DateTime?)LeadId.ReceivedAt(id)).Min();
    }

    /// What is to be enrolled later is not late.
    private static IQueryable<Guid> First(LeadDb db, DeliveryState state, DateTime now) => db.Deliveries
        .Where(delivery => delivery.State == state && (delivery.Step != DeliveryStep.Sequence || delivery.DueAt <= now))
        .Select(delivery => delivery.LeadId).Order().Take(1);

    private sealed record Kept(QueueFigures Queue, DateTime Until);
}

/// Deliveries by state, and when the oldest came in that is not settled.
public sealed record QueueFigures(IReadOnlyDictionary<DeliveryState, long> States, DateTime? OldestUnsettled, DateTime ReadAt)
{
    public long Backlog => States.GetValueOrDefault(DeliveryState.Waiting) + States.GetValueOrDefault(DeliveryState.Unconfirmed);
}

public sealed record DayFigures(DateOnly Day, long Received, long Delivered, long NeedsAttention)
{
    /// On its way, suspected to be spam, or discarded.
    public long Rest => Received - Delivered - NeedsAttention;
}

public sealed record DeliveryTimes(TimeSpan Median, TimeSpan NinetyFifth);
