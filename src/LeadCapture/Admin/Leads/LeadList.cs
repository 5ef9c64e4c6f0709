using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.Forms;
using LeadCapture.Leads;
using LeadCapture.Leads.Search;
using Microsoft.EntityFrameworkCore;
using static LeadCapture.Admin.Leads.LeadText;

namespace LeadCapture.Admin.Leads;

/// Reads the list page by page. What no index leads to (form, channel) is looked for among so many leads at once, so that no
/// question ever goes through all there are.
public sealed class LeadList(LeadDb db, LeadsByEmail byEmail, LeadIndex index, FormCatalog forms, Figures figures)
{
    public const int PageSize = 50;
    public const int Reach = LeadIndex.Reach;

    /// No page waits for a count beyond this.
    private const int Countable = 200_000;

    /// Nor a tab.
    private const int CountableInTabs = 10_000;

    /// So many rows are read in one question: on SQLite each id is a parameter, and to look for parameters takes the square of their number.
    private const int Portion = 500;

    private IQueryable<Delivery> Deliveries => db.Deliveries.AsNoTracking();

    public ValueTask<IReadOnlyList<PublishedForm>> Forms() => forms.All();

    public async Task<LeadListPage> Page(LeadFilter filter, int size, CancellationToken aborted)
    {
        var known = await forms.All();
        filter = filter.Sane(known);
        var form = FormOf(filter, known);
        var (found, end) = filter.ByEmail
            ? await byEmail.Read(filter, form, size + 1, aborted)
            : await ByTime(filter, form, size + 1, aborted);
        var last = found.Count > size ? found[size - 1] : end;
        return new(filter, await Listed([.. found.Take(size)], aborted), known, new Pager(
            First: filter.Before is null ? null : new(LeadRoutes.List, Query: filter.Query()),
            Next: last is null ? null : new(LeadRoutes.List, Query: filter.Query(last)))
        {
            Words = filter.Order switch
            {
                LeadOrder.Newest => (T["Newest"], T["Older"]),
                LeadOrder.Oldest => (T["Oldest"], T["Newer"]),
                _ => (T["First page"], T["Next page"]),
            },
        })
        {
            End = last,
            GoesOn = last is not null && found.Count <= size,
        };
    }

    /// With the numbers of its tabs, and the views of this user.
    public async Task<LeadListPage> Page(LeadFilter filter, int size, Guid user, CancellationToken aborted)
    {
        var page = await Page(filter, size, aborted);
        return page with { Tabs = LeadTab.Of(page.Filter, await Tabs(page.Filter, aborted)), Views = await Views(user, aborted) };
    }

    private async Task<LeadCount> Tabs(LeadFilter filter, CancellationToken aborted)
    {
        var rest = filter with { State = null, Step = null, Before = null };
        // Figures are some seconds old, which nobody notices among very many.
        return rest.IsEmpty && await figures.Queue(aborted) is { States: var states } && states.Values.Sum() > CountableInTabs
            ? new(states, AtLeast: false)
            : await Count(rest, CountableInTabs, aborted);
    }

    private async Task<IReadOnlyList<SavedView>> Views(Guid user, CancellationToken aborted) =>
        await db.SavedViews.AsNoTracking().Where(view => view.UserId == user).OrderBy(view => view.Id).ToListAsync(aborted);

    private async Task<(List<Guid> Found, Guid? End)> ByTime(LeadFilter filter, int? form, int count, CancellationToken aborted)
    {
        var candidates = filter.Of(Deliveries, filter.Walks ? Reach : count);
        var fitting = filter.WithOrigin(candidates, form).Select(delivery => delivery.LeadId);
        fitting = filter.Order == LeadOrder.Oldest ? fitting.Order() : fitting.OrderDescending();
        var found = await fitting.Take(count).ToListAsync(aborted);
        return (found, filter.Walks && found.Count < count ? await EndOf(candidates, aborted) : null);
    }

    /// All that fits, read in stretches: nothing is held open while a slow reader takes it.
    public async IAsyncEnumerable<ListedLead> All(LeadFilter filter)
    {
        Guid? before = null;
        do
        {
            var page = await Page(filter with { Before = before }, Portion, CancellationToken.None);
            foreach (var lead in page.Leads)
                yield return lead;
            before = page.End;
        }
        while (before is not null);
    }

    /// Of the next so many: those that fit, and where the ones after them begin; null at the end.
    public async Task<LeadStretch> Stretch(LeadFilter filter, CancellationToken aborted)
    {
        var known = await forms.All();
        filter = filter.Sane(known);
        var candidates = filter.Of(Deliveries, Reach);
        var found = await filter.WithOrigin(candidates, FormOf(filter, known)).Select(delivery => new { delivery.LeadId, delivery.State })
            .OrderByDescending(one => one.LeadId).ToListAsync(aborted);
        return new([.. found.Select(one => (one.LeadId, one.State))], await EndOf(candidates, aborted));
    }

    /// The leads that a run has corrected, in the same order.
    public async Task<LeadStretch> Corrected(int run, Guid before, CancellationToken aborted)
    {
        var found = await db.Corrections.AsNoTracking()
            .Where(correction => correction.RunId == run && correction.LeadId < before)
            .OrderByDescending(correction => correction.LeadId).Take(Reach)
            .Join(Deliveries, correction => correction.LeadId, delivery => delivery.LeadId,
                (_, delivery) => new { delivery.LeadId, delivery.State })
            .OrderByDescending(one => one.LeadId).ToListAsync(aborted);
        return new([.. found.Select(one => (one.LeadId, one.State))], found.Count == Reach ? found[^1].LeadId : null);
    }

    /// The leads beside this one in the list. That of addresses is not walked along.
    public async Task<LeadNeighbors> Beside(LeadFilter filter, Guid id, CancellationToken aborted)
    {
        var known = await forms.All();
        filter = filter.Sane(known) with { Before = null };
        if (filter.ByEmail)
            return new(filter, null, null, 0, 0);
        var newer = Beside(filter with { Order = LeadOrder.Oldest, Before = id }, known);
        var older = Beside(filter with { Order = LeadOrder.Newest, Before = id }, known);
        var (next, previous) = (await older.OrderByDescending(one => one).FirstOrDefaultAsync(aborted),
            await newer.OrderBy(one => one).FirstOrDefaultAsync(aborted));
        var (after, before) = (await older.CountAsync(aborted), await newer.CountAsync(aborted));
        return filter.Order == LeadOrder.Oldest
            ? new(filter, OrNull(next), OrNull(previous), after, before)
            : new(filter, OrNull(previous), OrNull(next), before, after);

        static Guid? OrNull(Guid lead) => lead == Guid.Empty ? null : lead;
    }

    private IQueryable<Guid> Beside(LeadFilter filter, IReadOnlyList<PublishedForm> known)
    {
        var candidates = filter.Of(Deliveries, filter.Walks ? Reach : LeadNeighbors.Countable);
        return filter.WithOrigin(candidates, FormOf(filter, known)).Select(delivery => delivery.LeadId).Take(LeadNeighbors.Countable);
    }

    /// How many fit, by state. Where no index knows the filter, among the newest that are looked through at once.
    public Task<LeadCount> Count(LeadFilter filter, CancellationToken aborted) => Count(filter, Countable, aborted);

    private async Task<LeadCount> Count(LeadFilter filter, int countable, CancellationToken aborted)
    {
        var known = await forms.All();
        filter = filter.Sane(known);
        var form = FormOf(filter, known);
        var states = new Dictionary<DeliveryState, long>();
        var more = false;
        foreach (var state in filter.State is { } only ? [only] : Enum.GetValues<DeliveryState>())
        {
            var candidates = (filter with { State = state }).Of(Deliveries, filter.Walks ? Reach : countable + 1);
            var all = await candidates.CountAsync(aborted);
            more |= filter.Walks ? all == Reach : all > countable;
            states[state] = filter.Walks
                ? await filter.WithOrigin(candidates, form).CountAsync(aborted)
                : Math.Min(all, countable);
        }
        return new(states, more);
    }

    public async Task<LeadCount> Count(IReadOnlyList<Guid> ids, CancellationToken aborted)
    {
        var states = await Deliveries.Where(delivery => ids.Contains(delivery.LeadId)).GroupBy(delivery => delivery.State)
            .Select(group => new { group.Key, Count = group.Count() }).ToListAsync(aborted);
        return new(states.ToDictionary(one => one.Key, one => (long)one.Count), AtLeast: false);
    }

    /// How often each of these was corrected; those that never were are not among them.
    public Task<Dictionary<Guid, int>> Versions(IReadOnlyList<Guid> ids) => db.Corrections
        .Where(correction => ids.Contains(correction.LeadId)).GroupBy(correction => correction.LeadId)
        .Select(group => new { group.Key, Last = group.Max(correction => correction.Number) })
        .ToDictionaryAsync(lead => lead.Key, lead => lead.Last);

    public async Task<LeadListPage> Search(string text, Guid user, CancellationToken aborted) =>
        await Search(text, aborted) with { Views = await Views(user, aborted) };

    /// Newest first. An address is found by its start even where the index does not have its lead yet.
    public async Task<LeadListPage> Search(string text, CancellationToken aborted)
    {
        if (await ByKey(text, aborted) is { Count: > 0 } known)
            return Found(text, known, await forms.All());
        var result = await index.Find(text, PageSize);
        var starts = await Deliveries.WithEmail(text, PageSize).Select(delivery => delivery.LeadId).ToListAsync(aborted);
        List<Guid> ids = [.. result.Leads.Union(starts).OrderDescending()];
        return Found(text, await Listed([.. ids.Take(PageSize)], aborted), await forms.All()) with
        {
            HasMore = result.HasMore || ids.Count > PageSize,
            AmongNewest = result.AmongNewest,
        };
    }

    /// Those of them that there are, in the same order.
    public async Task<List<ListedLead>> Listed(List<Guid> ids, CancellationToken aborted)
    {
        Dictionary<Guid, ListedLead> found = [];
        foreach (var some in ids.Chunk(Portion))
            foreach (var lead in await Deliveries.Where(delivery => some.Contains(delivery.LeadId)).Select(ListedLead.Of).ToListAsync(aborted))
                found[lead.Id] = lead;
        return [.. ids.Where(found.ContainsKey).Select(id => found[id])];
    }

    private static LeadListPage Found(string text, IReadOnlyList<ListedLead> leads, IReadOnlyList<PublishedForm> forms) =>
        new(new(), leads, forms, new(null, null)) { Search = text };

    private async Task<List<ListedLead>> ByKey(string text, CancellationToken aborted)
    {
        if (Guid.TryParse(text, out var id))
            return await Deliveries.Where(delivery => delivery.LeadId == id).Select(ListedLead.Of).ToListAsync(aborted);
        var first = text.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        if (first.Length is not (8 or Receipt.Length) || !Receipt.Fits(first.PadRight(Receipt.Length, '0')))
            return [];
        var (from, to) = (first.PadRight(Receipt.Length, '0'), first.PadRight(Receipt.Length, 'Z'));
        return await Deliveries
            .Where(delivery => delivery.Lead!.Receipt.CompareTo(from) >= 0 && delivery.Lead.Receipt.CompareTo(to) <= 0)
            .OrderBy(delivery => delivery.Lead!.Receipt).Take(PageSize).Select(ListedLead.Of).ToListAsync(aborted);
    }

    private static int? FormOf(LeadFilter filter, IReadOnlyList<PublishedForm> known) =>
        known.FirstOrDefault(form => form.Slug == filter.Form)?.Id;

    private static async Task<Guid?> EndOf(IQueryable<Delivery> candidates, CancellationToken aborted) =>
        await candidates.Skip(Reach - 1).Select(delivery => (Guid?)delivery.LeadId).FirstOrDefaultAsync(aborted);
}
