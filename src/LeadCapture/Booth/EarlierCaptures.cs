using LeadCapture.Data;
using LeadCapture.Leads;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Booth;

/// Whom the other tablets of an event had captured before.
public sealed class EarlierCaptures(LeadDb db)
{
    /// Of the leads that a tablet has just handed over. Each once, and the latest before it.
    public async Task<IReadOnlyList<CapturedBefore>> Of(BoothDevice device, IReadOnlyList<Guid> captures)
    {
        var found = await (
            from mine in db.Captures
            where mine.DeviceId == device.Id && captures.Contains(mine.Id)
            join lead in db.Leads on mine.LeadId equals lead.Id
            join other in db.Leads on lead.Email equals other.Email
            join before in db.Captures on other.Id equals before.LeadId
            join at in db.Devices on before.DeviceId equals at.Id
            where before.EventId == mine.EventId && before.DeviceId != mine.DeviceId && before.CapturedAt < mine.CapturedAt
            select new { mine.Id, before.By, at.Name, before.CapturedAt }).ToListAsync();
        return
        [
            .. from one in found
               group one by one.Id into same
               let last = same.MaxBy(one => one.CapturedAt)!
               select new CapturedBefore(last.Id, last.By, last.Name, new DateTimeOffset(last.CapturedAt, TimeSpan.Zero).ToUnixTimeMilliseconds()),
        ];
    }
}
