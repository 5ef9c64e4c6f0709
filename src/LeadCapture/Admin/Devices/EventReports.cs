using LeadCapture.Booth;
using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.Forms;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Devices;

/// Reads the report of an event.
public sealed class EventReports(LeadDb db, FormCatalog forms, TimeProvider clock)
{
    private const int AtOnce = 1000;

    public async Task<EventReport?> Of(int id, CancellationToken aborted)
    {
        if (await db.Events.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, aborted) is not { } at)
            return null;
        var form = (await forms.All()).FirstOrDefault(one => one.Id == at.FormId);
        // Where they were then: a tablet may have moved on.
        var there = db.Captures.Where(one => one.EventId == id).Select(one => one.DeviceId);
        var devices = await db.Devices.AsNoTracking().Where(device => device.EventId == id || there.Contains(device.Id))
            .OrderBy(device => device.Name).ThenBy(device => device.Id).ToListAsync(aborted);
        var lines = (await Lines(id, aborted)).ToLookup(line => line.DeviceId);
        var numbers = await Numbers([.. devices.Select(device => device.Id)], aborted);
        var names = await db.Events.AsNoTracking().ToDictionaryAsync(one => one.Id, one => one.Name, aborted);
        return new(at, form?.Definition.Title ?? "", form?.Definition.TimeZone,
            [.. devices.Select(device => Tablet(device, at, [.. lines[device.Id]], [.. numbers[device.Id]], names))], clock.GetUtcNow().UtcDateTime);
    }

    private async Task<List<ReportLine>> Lines(int id, CancellationToken aborted)
    {
        var captures = await db.Captures.AsNoTracking().Where(one => one.EventId == id).OrderBy(one => one.DeviceId).ThenBy(one => one.Number)
            .Select(one => new ReportLine(one.DeviceId, one.Number, one.CapturedAt, one.ReceivedAt, one.LeadId)).ToListAsync(aborted);
        Dictionary<Guid, (DeliveryState State, DateTime? At)> known = [];
        foreach (var part in captures.Select(line => line.LeadId).OfType<Guid>().Distinct().Chunk(AtOnce))
            foreach (var one in await db.Deliveries.Where(delivery => part.Contains(delivery.LeadId))
                .Select(delivery => new { delivery.LeadId, delivery.State, delivery.DeliveredAt }).ToListAsync(aborted))
                known[one.LeadId] = (one.State, one.DeliveredAt);
        return captures.ConvertAll(line => line.LeadId is { } lead && known.TryGetValue(lead, out var delivery)
            ? line with { State = delivery.State, DeliveredAt = delivery.At }
            : line);
    }

    /// Of every event: a number that is missing here may be there.
    private async Task<ILookup<Guid, (int Number, int EventId)>> Numbers(Guid[] devices, CancellationToken aborted) =>
        (await db.Captures.Where(one => devices.Contains(one.DeviceId)).OrderBy(one => one.Number)
            .Select(one => new { one.DeviceId, one.Number, one.EventId }).ToListAsync(aborted))
            .ToLookup(one => one.DeviceId, one => (one.Number, one.EventId));

    private static TabletReport Tablet(
        BoothDevice device, Event at, IReadOnlyList<ReportLine> lines, IReadOnlyList<(int Number, int EventId)> numbers,
        Dictionary<int, string> names)
    {
        var row = new DeviceRow(device, numbers.Select(one => one.Number).Distinct().Count(), numbers.Count == 0 ? 0 : numbers[^1].Number);
        return new(row, lines, [.. Missing(row, at, numbers)], device.EventId == at.Id ? null : names[device.EventId]);
    }

    /// Where a tablet has moved between events, a missing number counts for each where it may have been used.
    private static IEnumerable<int> Missing(DeviceRow row, Event at, IReadOnlyList<(int Number, int EventId)> numbers)
    {
        var next = 0;
        int? before = null;
        for (var number = 1; number <= row.Captured; number++)
        {
            var isHere = false;
            for (; next < numbers.Count && numbers[next].Number == number; next++)
                (isHere, before) = (true, numbers[next].EventId);
            if (!isHere && (before is null || before == at.Id || row.Device.EventId == at.Id))
                yield return number;
        }
    }
}
