using LeadCapture.Data;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Booth;

/// Takes what tablets have captured. A lead is stored first and its capture after it, each once: whatever is cut off in between comes
/// again. What cannot be opened is kept as it came, and no lead waits for another.
public sealed partial class Uploads(LeadDb db, DeviceDoor door, CaptureOpener opener, TimeProvider clock, ILogger<Uploads> logger)
{
    /// What is sent at once.
    public const int LongestBody = 32 * 1024 * 1024;

    /// Nobody captures so many on one tablet.
    private const int MostCaptured = 1_000_000;

    /// In milliseconds: beyond any clock.
    private const long Farthest = long.MaxValue / 4;

    /// Older ones wait behind those whose visitor may still be looking at the screen.
    private static readonly TimeSpan Live = TimeSpan.FromMinutes(2);

    private Dictionary<string, int>? events;

    public void Note(BoothDevice device, Upload said)
    {
        var now = clock.GetUtcNow();
        device.LastSeenAt = now.UtcDateTime;
        if (said.Now is { } its)
            device.ClockAhead = its - now.ToUnixTimeMilliseconds();
        if (said.Captured is not { } captured)
            return;
        device.Captured = Math.Max(device.Captured, Math.Min(captured, MostCaptured));
        device.OnDevice = said.OnDevice;
        device.Version = said.Version is { Length: <= 64 } version ? version : "";
        (device.Battery, device.StorageUsed, device.StorageQuota) = (said.Battery, said.StorageUsed, said.StorageQuota);
        device.IsPersistent = said.IsPersistent;
    }

    /// The ids of those that are on disk. What no device of ours has sealed is none of them. By: the tablet that hands them over, its own
    /// and those of when it was paired before, also with an installation that is lost; null where somebody carries them.
    public async Task<IReadOnlyList<Guid>> Take(IEnumerable<SealedLead?> leads, BoothDevice? by)
    {
        List<Guid> taken = [];
        foreach (var of in leads.OfType<SealedLead>().Where(lead => lead.IsWhole).GroupBy(lead => lead.Device))
            if (await DeviceOf(of.Key, by) is { } device)
                taken.AddRange(await Take(device, of, by));
        return taken;
    }

    private async Task<BoothDevice?> DeviceOf(Guid id, BoothDevice? by) =>
        await db.Devices.AsNoTracking().SingleOrDefaultAsync(device => device.Id == id) ?? (by is null ? null : await door.Adopt(id, by));

    private async Task<List<Guid>> Take(BoothDevice device, IEnumerable<SealedLead> leads, BoothDevice? by)
    {
        // Where the key ring is lost, a tablet of ours is believed that these are its leads.
        var key = door.KeyOf(device);
        var own = leads.Where(lead => key is null ? by is not null : lead.IsSignedBy(key)).DistinctBy(lead => lead.Id).ToList();
        var known = await Known(device, [.. own.Select(lead => lead.Id)]);
        List<Guid> taken = [.. known];
        foreach (var lead in own.Where(lead => !known.Contains(lead.Id)))
            if (await TryTake(device, lead, (by ?? device).ClockAhead))
                taken.Add(lead.Id);
        return taken;
    }

    private async Task<HashSet<Guid>> Known(BoothDevice device, Guid[] ids) =>
        [.. await db.Captures.Where(one => one.DeviceId == device.Id && ids.Contains(one.Id)).Select(one => one.Id).ToListAsync()];

    /// False where the store does not take it just now.
    private async Task<bool> TryTake(BoothDevice device, SealedLead lead, long clockAhead)
    {
        try
        {
            var now = clock.GetUtcNow();
            var captured = CapturedAt(lead, clockAhead, now);
            var eventId = await EventOf(lead) ?? device.EventId;
            var opened = await opener.Open(lead, eventId, isLive: now.UtcDateTime - captured < Live);
            await Insert(new()
            {
                DeviceId = device.Id,
                Id = lead.Id,
                EventId = eventId,
                Number = lead.Number,
                CapturedAt = captured,
                ReceivedAt = now.UtcDateTime,
                By = opened.By,
                LeadId = opened.Id,
                Unopened = opened.Id is null ? lead.ToKept() : null,
            });
            return true;
        }
        catch (Exception fault)
        {
            NotTaken(fault, device.Id, lead.Number);
            db.ChangeTracker.Clear();
            return false;
        }
    }

    /// Clocks of tablets are wrong, and none is ahead of us by more than it said.
    private static DateTime CapturedAt(SealedLead lead, long clockAhead, DateTimeOffset now)
    {
        var latest = now.ToUnixTimeMilliseconds();
        var at = Math.Clamp(Math.Clamp(lead.At, -Farthest, Farthest) - Math.Clamp(clockAhead, -Farthest, Farthest), 0, latest);
        return DateTimeOffset.FromUnixTimeMilliseconds(at).UtcDateTime;
    }

    /// It is sealed to the key of the event where it was captured, wherever its tablet is by now. Null where that is none of ours.
    private async Task<int?> EventOf(SealedLead lead)
    {
        events ??= (await db.Events.AsNoTracking().Select(one => new { one.Id, one.PublicKey }).ToListAsync())
            .ToDictionary(one => EventKey.IdOf(one.PublicKey), one => one.Id);
        return events.TryGetValue(lead.Key, out var id) ? id : null;
    }

    /// Of two who bring it at once, both are answered that it is here.
    private async Task Insert(Capture capture)
    {
        db.Captures.Add(capture);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException)
        {
            db.Entry(capture).State = EntityState.Detached;
            if (!await db.Captures.AnyAsync(one => one.DeviceId == capture.DeviceId && one.Id == capture.Id))
                throw;
        }
    }

    [LoggerMessage(LogLevel.Error, "Lead {Number} of device {Device} could not be stored; the device keeps it")]
    private partial void NotTaken(Exception fault, Guid device, int number);
}
