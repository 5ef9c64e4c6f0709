using LeadCapture.Data;
using LeadCapture.Forms;
using LeadCapture.Forms.Numbers;
using LeadCapture.Submissions;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Forms.Numbers;

/// Adds up what was counted about forms, over the last days of UTC. What happened in the last seconds is still to be stored.
public sealed class FormNumbers(LeadDb db, TimeProvider clock)
{
    private const int MostCampaigns = 50;

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public async Task<NumbersPage> Of(FormHead head, int form, FormDefinition definition, int days, CancellationToken aborted)
    {
        var rows = Since(days).Where(count => count.FormId == form);
        var visits = rows.Where(count => count.What <= Counted.Send);
        var seen = visits.Where(count => count.Channel != Origin.Api);
        var byDay = await seen.GroupBy(count => new { count.Day, count.What })
            .Select(group => new { group.Key.Day, group.Key.What, Count = group.Sum(count => count.Count) }).ToListAsync(aborted);
        var rest = await Sums(rows.Where(count => count.What > Counted.Send)
            .Select(count => new Sum { Name = count.Name, What = count.What, Count = count.Count }), aborted);
        return new(head, days)
        {
            ByDay = [.. Enumerable.Range(1 - days, days).Select(ago => Today.AddDays(ago)).Select(day => new DayVisits(day, Figures(
                byDay.Where(sum => sum.Day == FormCount.DayOf(day)).Select(sum => (sum.What, sum.Count)))))],
            ByChannel = Named(await Sums(visits
                .Select(count => new Sum { Name = count.Channel, What = count.What, Count = count.Count }), aborted)),
            ByCampaign = [.. Named(await Sums(seen
                .Select(count => new Sum { Name = count.Name, What = count.What, Count = count.Count }), aborted)).Take(MostCampaigns)],
            Stops = Stops(definition, Counts(Counted.Stop)),
            MedianTime = Seconds.Median(Counts(Counted.Time)),
        };

        Dictionary<string, long> Counts(Counted what) =>
            rest.Where(sum => sum.What == what).ToDictionary(sum => sum.Name, sum => sum.Count);
    }

    /// Of each form, the share of those who saw it that sent it.
    public async Task<IReadOnlyDictionary<int, VisitFigures>> Shares(int days, CancellationToken aborted)
    {
        var sums = await Since(days).Where(count => count.What <= Counted.Send && count.Channel != Origin.Api)
            .GroupBy(count => new { count.FormId, count.What })
            .Select(group => new { group.Key.FormId, group.Key.What, Count = group.Sum(count => count.Count) }).ToListAsync(aborted);
        return sums.GroupBy(sum => sum.FormId)
            .ToDictionary(form => form.Key, form => Figures(form.Select(sum => (sum.What, sum.Count))));
    }

    private IQueryable<FormCount> Since(int days)
    {
        var first = FormCount.DayOf(Today.AddDays(1 - days));
        return db.FormCounts.AsNoTracking().Where(count => count.Day >= first);
    }

    private static Task<List<Sum>> Sums(IQueryable<Sum> rows, CancellationToken aborted) => rows
        .GroupBy(row => new { row.Name, row.What })
        .Select(group => new Sum { Name = group.Key.Name, What = group.Key.What, Count = group.Sum(row => row.Count) })
        .ToListAsync(aborted);

    private static List<Named<VisitFigures>> Named(IEnumerable<Sum> sums) =>
    [
        .. sums.GroupBy(sum => sum.Name)
            .Select(group => new Named<VisitFigures>(group.Key, Figures(group.Select(sum => (sum.What, sum.Count)))))
            .OrderByDescending(group => group.Figures.Views).ThenByDescending(group => group.Figures.Sends)
            .ThenBy(group => group.Name, StringComparer.Ordinal),
    ];

    /// In the order of the form; last what it no longer asks. Somebody may have come back on another day than they left.
    private static List<Named<long>> Stops(FormDefinition form, Dictionary<string, long> counts)
    {
        List<Named<long>> stops =
        [
            .. form.Fields.Where(field => field.Kind.IsSeen)
                .Select(field => new Named<long>(field.ShownLabel, counts.Remove(FormCount.NameOf(field), out var count) ? Math.Max(0, count) : 0)),
        ];
        if (counts.Values.Sum() is > 0 and var earlier)
            stops.Add(new("", earlier));
        return stops;
    }

    private static VisitFigures Figures(IEnumerable<(Counted What, long Count)> sums)
    {
        var counts = sums.ToLookup(sum => sum.What, sum => sum.Count);
        return new(counts[Counted.View].Sum(), counts[Counted.Start].Sum(), counts[Counted.Send].Sum());
    }

    private sealed class Sum
    {
        public required string Name { get; init; }
        public required Counted What { get; init; }
        public required long Count { get; init; }
    }
}
