using LeadCapture.Booth;
using LeadCapture.Data;
using LeadCapture.Forms;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Devices;

/// Reads what the pages of events and tablets show.
public sealed class DevicePages(LeadDb db, FormCatalog forms)
{
    public async Task<DevicesPage> All(CancellationToken aborted)
    {
        var events = await db.Events.AsNoTracking().OrderByDescending(one => one.Id).ToListAsync(aborted);
        return new(await Rows(events, aborted));
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
        var ledger = await db.Captures.Where(one => theirs.Contains(one.DeviceId)).GroupBy(one => one.DeviceId)
            .Select(group => new
            {
                group.Key,
                Received = group.Select(one => one.Number).Distinct().Count(),
                Highest = group.Max(one => one.Number),
                Unopened = group.Count(one => one.LeadId == null),
            }).ToDictionaryAsync(one => one.Key, aborted);
        var titles = (await forms.All()).ToDictionary(form => form.Id, form => form.Definition.Title);
        return events.ConvertAll(one =>
        {
            var own = devices.FindAll(device => device.EventId == one.Id);
            return new EventRow(one, titles.GetValueOrDefault(one.FormId, ""),
                own.ConvertAll(device => ledger.TryGetValue(device.Id, out var sums)
                    ? new DeviceRow(device, sums.Received, sums.Highest)
                    : new DeviceRow(device, 0, 0)),
                own.Sum(device => ledger.TryGetValue(device.Id, out var sums) ? sums.Unopened : 0));
        });
    }
}
