using LeadCapture.Data;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Booth;

/// What came and could not be opened: it becomes leads once its key is here.
public sealed class KeptCaptures(LeadDb db, CaptureOpener opener)
{
    /// How many of them have a key that is here, by event.
    public async Task<Dictionary<int, long>> Openable(int[] events, CancellationToken aborted)
    {
        var kept = await db.Captures.Where(one => events.Contains(one.EventId) && one.Unopened != null)
            .GroupBy(one => new { one.EventId, Key = one.Unopened!.Substring(0, EventKey.IdLength) })
            .Select(group => new { group.Key.EventId, group.Key.Key, Count = group.LongCount() }).ToListAsync(aborted);
        if (kept.Count == 0)
            return [];
        var names = kept.Select(one => EventKey.SecretOf(one.Key)).Distinct().ToList();
        var here = await db.Secrets.Where(secret => names.Contains(secret.Name)).Select(secret => secret.Name).ToListAsync(aborted);
        return kept.Where(one => here.Contains(EventKey.SecretOf(one.Key))).GroupBy(one => one.EventId)
            .ToDictionary(of => of.Key, of => of.Sum(one => one.Count));
    }

    /// How many became leads now, of how many. Each by itself: what is opened stays opened.
    public async Task<(int Opened, int Of)> Open(int eventId)
    {
        var kept = await db.Captures.Where(one => one.EventId == eventId && one.Unopened != null)
            .OrderBy(one => one.CapturedAt).Select(one => new { one.DeviceId, one.Id }).ToListAsync();
        var opened = 0;
        foreach (var (device, id) in kept.Select(one => (one.DeviceId, one.Id)))
        {
            // One by one: they may be large.
            var its = db.Captures.AsNoTracking().Where(one => one.DeviceId == device && one.Id == id);
            if (await its.SingleOrDefaultAsync() is { } capture && SealedLead.OfKept(capture) is { } lead
                && await opener.Open(lead, eventId, isLive: false) is { Id: { } leadId, By: var by })
                opened += await its.ExecuteUpdateAsync(set => set
                    .SetProperty(one => one.LeadId, leadId).SetProperty(one => one.By, by).SetProperty(one => one.Unopened, (string?)null));
        }
        return (opened, kept.Count);
    }
}
