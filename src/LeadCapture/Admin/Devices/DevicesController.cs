using LeadCapture.Admin.Audit;
using LeadCapture.Admin.Forms.FollowUps;
using LeadCapture.Booth;
using LeadCapture.Catalogue;
using LeadCapture.Data;
using LeadCapture.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static LeadCapture.Admin.Devices.DeviceText;

namespace LeadCapture.Admin.Devices;

/// The tablets of all events: seen, renamed, moved to another event, revoked.
[Needs(Role.Viewer)]
public sealed class DevicesController(LeadDb db, DevicePages pages, ReplyIoCatalogue catalogue, AuditLog audit, TimeProvider clock)
    : AdminController
{
    private const string Here = "/admin/devices/{id:guid}";
    internal const int LongestName = 60;

    [HttpGet("/admin/devices", Name = DeviceRoutes.List)]
    public async Task<IActionResult> Index(int? before, CancellationToken aborted)
    {
        ModelState.Clear();
        return View("Index", await pages.List(before, aborted));
    }

    [HttpGet(Here, Name = DeviceRoutes.Device)]
    public async Task<IActionResult> Show(Guid id, CancellationToken aborted) =>
        await Page(id, aborted) is { } page ? View("Device", page) : NotFound();

    [HttpPost(Here)]
    [Needs(Role.Admin)]
    public async Task<IActionResult> Change(Guid id, CancellationToken aborted, string name = "", int at = 0, string sequence = "")
    {
        if (await db.Devices.SingleOrDefaultAsync(one => one.Id == id, aborted) is not { } device)
            return NotFound();
        if (name.Trim() is not { Length: > 0 and <= LongestName } typed)
            Wrong("name", T["Enter a name of up to {0} characters", LongestName]);
        else
            device.Name = typed;
        if (!await db.Events.AnyAsync(one => one.Id == at, aborted))
            Wrong("at", T["Choose an event"]);
        else
            device.EventId = at;
        device.SequenceId = Ids.Read(sequence, problem => Wrong("sequence", problem));
        if (!ModelState.IsValid)
            return Unprocessable("Device", (await Page(id, aborted))! with { Sequence = sequence });
        audit.Note(AuditAction.ChangedDevice, "device", id, device.Name);
        await db.SaveChangesAsync(aborted);
        return Done(DeviceRoutes.List, T["{0} is saved. The tablet updates when it connects.", device.Name]);
    }

    [HttpPost(Here + "/revoke", Name = DeviceRoutes.Revoke)]
    [Needs(Role.Admin)]
    public async Task<IActionResult> Revoke(Guid id, CancellationToken aborted)
    {
        if (await db.Devices.SingleOrDefaultAsync(one => one.Id == id, aborted) is not { } device)
            return NotFound();
        device.RevokedAt ??= clock.GetUtcNow().UtcDateTime;
        audit.Note(AuditAction.RevokedDevice, "device", id, device.Name);
        await db.SaveChangesAsync(aborted);
        return Done(DeviceRoutes.List, T["{0} is revoked. Leads still on it are received when it connects.", device.Name]);
    }

    private async Task<DevicePage?> Page(Guid id, CancellationToken aborted)
    {
        if (await db.Devices.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, aborted) is not { } device)
            return null;
        var row = (await pages.Of(device.EventId, aborted))!.Devices.Single(one => one.Device.Id == id);
        return new(row, await db.Events.AsNoTracking().OrderByDescending(one => one.Id)
            .Select(one => new { one.Id, one.Name }).AsAsyncEnumerable()
            .Select(one => (one.Id.ToString(InvariantCulture), one.Name)).ToListAsync(aborted), await catalogue.Get(), Ids.Write(device.SequenceId));
    }
}

/// Sequence: as it is typed.
public sealed record DevicePage(
    DeviceRow Row, IReadOnlyList<(string Value, string Label)> Events, CatalogueState Known, string Sequence);
