using LeadCapture.Booth;
using LeadCapture.Data;
using LeadCapture.Forms;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Devices;

/// Reads what the pages of events and tablets show.
public sealed class DevicePages(LeadDb db, FormCatalog forms, KeptCaptures kept)
{
    /// Events on one page; each has as many rows as tablets.
    public const int PageSize = 20;

    public async Task<DevicesPage> List(int? before, CancellationToken aborted)
    {
        var events = await db.Events.AsNoTracking().Where(one => before == null || one.Id < before)
            .OrderByDescending(one => one.Id).Take(PageSize + 1).ToListAsync(aborted);
        var shown = events.Take(PageSize).ToList();
        return new(await Rows(shown, aborted), new(
            First: before is null ? null : new(DeviceRoutes.List),
            Next: events.Count > PageSize ? new(DeviceRoutes.List, new { before = shown[^1].Id }) : null));
    }

    public async Task<EventRow?> Of(int id, CancellationToken aborted)
    {
        var events = await db.Events.AsNoTracking().Where(one => one.Id == id).ToListAsync(aborted);
        return (await Rows(events, aborted)).SingleOrDefault();
    }

    private async Task<List<EventRow>> Rows(List<Event> events, CancellationToken aborted)
    {
        int[] ids = [.. events.Select(one => one.Id)];
        var devices = await db.Devices.AsNoTracking().Where(one => ids.Contains(one.EventId))
            .OrderBy(one => one.Name).ThenBy(one => one.Id).ToListAsync(aborted);
        Guid[] theirs = [.. devices.Select(one => one.Id)];
        // Distinct first, along the index: counted apart for each tablet, SQLite would sort them all.
        var ledger = await db.Captures.Where(one => theirs.Contains(one.DeviceId)).Select(one => new { one.DeviceId, one.Number }).Distinct()
            .GroupBy(one => one.DeviceId)
            .Select(group => new { group.Key, Received = group.Count(), Highest = group.Max(one => one.Number) })
            .ToDictionaryAsync(one => one.Key, aborted);
        var sums = await db.Captures.Where(one => ids.Contains(one.EventId)).GroupBy(one => one.EventId)
            .Select(group => new { group.Key, Received = group.LongCount(), Unopened = group.LongCount(one => one.LeadId == null) })
            .ToDictionaryAsync(one => one.Key, aborted);
        var openable = await kept.Openable(ids, aborted);
        var titles = (await forms.All()).ToDictionary(form => form.Id, form => form.Definition.Title);
        return events.ConvertAll(one => new EventRow(one, titles.GetValueOrDefault(one.FormId, ""),
            [.. devices.Where(device => device.EventId == one.Id).Select(device => ledger.TryGetValue(device.Id, out var numbers)
                ? new DeviceRow(device, numbers.Received, numbers.Highest)
                : new DeviceRow(device, 0, 0))],
            sums.GetValueOrDefault(one.Id)?.Received ?? 0, sums.GetValueOrDefault(one.Id)?.Unopened ?? 0, openable.GetValueOrDefault(one.Id)));
    }
}
