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
        // A tablet that only says that it is there.
        if (captures.Count == 0)
            return [];
        var mine = await db.Captures.AsNoTracking().Where(one => one.DeviceId == device.Id && captures.Contains(one.Id)).ToListAsync();
        var emails = await EmailsOf([.. mine.Select(one => one.LeadId).OfType<Guid>()]);
        var same = await LeadsOf([.. emails.Values.Distinct()]);
        var others = await Others(device, [.. same.Keys]);
        return
        [
            .. from one in mine
               let email = one.LeadId is { } lead ? emails.GetValueOrDefault(lead) : null
               let last = others.Where(other => other.EventId == one.EventId && same[other.Lead] == email && other.CapturedAt < one.CapturedAt)
                   .MaxBy(other => other.CapturedAt)
               where last is not null
               select new CapturedBefore(one.Id, last.By, last.Device, new DateTimeOffset(last.CapturedAt, TimeSpan.Zero).ToUnixTimeMilliseconds()),
        ];
    }

    /// Plain questions one after the other: of a join, a database may read all leads.
    private async Task<Dictionary<Guid, string>> EmailsOf(List<Guid> leads) => leads.Count == 0 ? [] : await db.Leads
        .Where(lead => leads.Contains(lead.Id) && lead.Email != null).ToDictionaryAsync(lead => lead.Id, lead => lead.Email!);

    private async Task<Dictionary<Guid, string>> LeadsOf(List<string> emails) => emails.Count == 0 ? [] : await db.Leads
        .Where(lead => emails.Contains(lead.Email!)).ToDictionaryAsync(lead => lead.Id, lead => lead.Email!);

    private async Task<List<Other>> Others(BoothDevice device, List<Guid> leads) => leads.Count == 0 ? [] : await (
        from capture in db.Captures
        where leads.Contains(capture.LeadId!.Value) && capture.DeviceId != device.Id
        join at in db.Devices on capture.DeviceId equals at.Id
        select new Other(capture.LeadId!.Value, capture.EventId, capture.By, at.Name, capture.CapturedAt)).ToListAsync();

    private sealed record Other(Guid Lead, int EventId, string By, string Device, DateTime CapturedAt);
}
