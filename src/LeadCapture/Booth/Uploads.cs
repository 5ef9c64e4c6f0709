using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using LeadCapture.Data;
using LeadCapture.Forms;
using LeadCapture.Leads;
using LeadCapture.Shared;
using LeadCapture.Submissions;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Booth;

/// Takes what tablets have captured. A lead is stored first and its capture after it, each once: whatever is cut off in between comes
/// again. What cannot be opened is kept as it came, and no lead waits for another.
public sealed partial class Uploads(
    LeadDb db, Store store, DeviceDoor door, EventKeys keys, FormCatalog forms, SubmissionService submissions, TimeProvider clock,
    ILogger<Uploads> logger)
{
    /// Older ones wait behind those whose visitor may still be looking at the screen.
    private static readonly TimeSpan Live = TimeSpan.FromMinutes(2);

    /// What is sent at once.
    public const int LongestBody = 32 * 1024 * 1024;

    /// The ids of those that are on disk. What no device of ours has sealed is none of them. By: the tablet that hands them over, its own
    /// and those of when it was paired before; null where somebody carries them.
    public async Task<IReadOnlyList<Guid>> Take(IEnumerable<SealedLead?> leads, BoothDevice? by)
    {
        List<Guid> taken = [];
        foreach (var of in leads.OfType<SealedLead>().Where(lead => lead.IsWhole).GroupBy(lead => lead.Device))
            if (await db.Devices.AsNoTracking().SingleOrDefaultAsync(device => device.Id == of.Key) is { } device)
                taken.AddRange(await Take(device, of, by));
        return taken;
    }

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

    public void Note(BoothDevice device, Upload said)
    {
        var now = clock.GetUtcNow();
        device.LastSeenAt = now.UtcDateTime;
        if (said.Now is { } its)
            device.ClockAhead = its - now.ToUnixTimeMilliseconds();
        if (said.Captured is not { } captured)
            return;
        device.Captured = Math.Max(device.Captured, captured);
        device.OnDevice = said.OnDevice;
        device.Version = said.Version is { Length: <= 64 } version ? version : "";
        (device.Battery, device.StorageUsed, device.StorageQuota) = (said.Battery, said.StorageUsed, said.StorageQuota);
        device.IsPersistent = said.IsPersistent;
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
            var leadId = await Open(device, lead) is { } inside ? await Keep(device, inside, lead, now.UtcDateTime - captured < Live) : null;
            await Insert(new()
            {
                DeviceId = device.Id,
                Id = lead.Id,
                Number = lead.Number,
                CapturedAt = captured,
                ReceivedAt = now.UtcDateTime,
                LeadId = leadId,
                Unopened = leadId is null ? $"{lead.Key}.{lead.At.ToString(InvariantCulture)}.{lead.Sealed}" : null,
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

    /// Null where it cannot be opened, or is not what a tablet seals.
    private async Task<CapturedLead?> Open(BoothDevice device, SealedLead lead)
    {
        try
        {
            using var key = await keys.Find(lead.Key);
            return key is null ? null : CapturedLead.Read(lead.Open(key));
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException)
        {
            NotOpened(fault, device.Id, lead.Number);
            return null;
        }
    }

    /// Null where there is no such form, or it can never be stored for what it says.
    private async Task<Guid?> Keep(BoothDevice device, CapturedLead captured, SealedLead lead, bool isLive)
    {
        if (await forms.Find(captured.Form) is not { } form)
            return null;
        try
        {
            var submission = PostedForm.Read(PostedForm.Inputs(Encoding.UTF8.GetBytes(captured.Inputs), charset: null, MostInputs))
                with
            { Id = $"{device.Id:N}.{lead.Id:N}" };
            form = await forms.Shown(form, submission.Version);
            return (await submissions.TakeCaptured(form, submission, await ReceiptOf(captured, submission.Id), isLive)).LeadId;
        }
        catch (Exception fault) when (store.IsFaultOfData(fault) || !IsOfStore(fault))
        {
            NotStored(fault, device.Id, lead.Number);
            return null;
        }
    }

    /// It may pass, and the lead comes again.
    private static bool IsOfStore(Exception? fault) => fault is DbException or StoreClosedException or TimeoutException or IOException
        or OperationCanceledException || (fault?.InnerException is { } inner && IsOfStore(inner));

    /// The one that the visitor was given, unless it is another lead's.
    private async Task<string> ReceiptOf(CapturedLead captured, string submissionId) => captured.Receipt is { } given && Receipt.Fits(given)
        && !await db.Leads.AnyAsync(lead => lead.Receipt == given && lead.SubmissionId != submissionId)
            ? given
            : Receipt.New();

    /// Clocks of tablets are wrong, and none is ahead of us by more than it said.
    private static DateTime CapturedAt(SealedLead lead, long clockAhead, DateTimeOffset now)
    {
        var latest = now.ToUnixTimeMilliseconds();
        var at = Math.Clamp(Math.Clamp(lead.At, -Farthest, Farthest) - Math.Clamp(clockAhead, -Farthest, Farthest), 0, latest);
        return DateTimeOffset.FromUnixTimeMilliseconds(at).UtcDateTime;
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

    private const int MostInputs = 4096;

    /// In milliseconds: beyond any clock.
    private const long Farthest = long.MaxValue / 4;

    [LoggerMessage(LogLevel.Error, "Lead {Number} of device {Device} could not be stored; the device keeps it")]
    private partial void NotTaken(Exception fault, Guid device, int number);

    [LoggerMessage(LogLevel.Error, "Lead {Number} of device {Device} cannot be stored for what it says; it is kept as it came")]
    private partial void NotStored(Exception fault, Guid device, int number);

    [LoggerMessage(LogLevel.Error, "Lead {Number} of device {Device} could not be opened; it is kept as it came")]
    private partial void NotOpened(Exception fault, Guid device, int number);
}
