using LeadCapture.Web;
using System.Text;
using LeadCapture.Admin.Access;
using LeadCapture.Admin.Audit;
using LeadCapture.Booth;
using LeadCapture.Data;
using LeadCapture.Localization;
using LeadCapture.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static LeadCapture.Admin.Devices.DeviceText;

namespace LeadCapture.Admin.Devices;

/// The private key of an event, which opens what its tablets have sealed: taken away as a file, and brought back.
[Needs(Role.Owner)]
[Uncompressed]
public sealed class EventKeyController(LeadDb db, EventKeys keys, SecretBox secrets, KeptCaptures kept, AuditLog audit, TimeProvider clock)
    : AdminController
{
    private const string Here = "/admin/events/{id}/key";

    [HttpGet(Here, Name = DeviceRoutes.Key)]
    public async Task<IActionResult> Show(int id) => await Page(id) is { } page ? View("Key", page) : NotFound();

    [HttpPost(Here + "/export", Name = DeviceRoutes.ExportKey)]
    [Confirmed]
    public async Task<IActionResult> Export(int id)
    {
        if (await db.Events.SingleOrDefaultAsync(one => one.Id == id) is not { } at)
            return NotFound();
        if (await keys.Read(EventKey.IdOf(at.PublicKey)) is not { } hidden)
            return Failed(DeviceRoutes.Key, new { id }, T["This event’s key is missing. Paste it below."]);
        at.KeyExportedAt = clock.GetUtcNow().UtcDateTime;
        audit.Note(AuditAction.ExportedEventKey, "event", at.Name, EventKey.IdOf(at.PublicKey));
        await db.SaveChangesAsync();
        return File(Encoding.ASCII.GetBytes(EventKey.ToPem(hidden)), "application/x-pem-file", Slug.Of(at.Name, "event") + "-key.pem");
    }

    /// Of this event, or of any other: what is sealed to it is opened then.
    [HttpPost(Here + "/import", Name = DeviceRoutes.ImportKey)]
    [Confirmed]
    public async Task<IActionResult> Import(int id, string key = "")
    {
        if (await Page(id) is not { } page)
            return NotFound();
        if (EventKey.OfPem(key) is not var (open, hidden))
        {
            Wrong("key", T["This is not an event key. Paste the whole file, from BEGIN PRIVATE KEY to END PRIVATE KEY"]);
            return Unprocessable("Key", page);
        }
        await secrets.Put(db, EventKey.SecretOf(EventKey.IdOf(open)), hidden);
        audit.Note(AuditAction.ImportedEventKey, "event", page.Event.Name, EventKey.IdOf(open));
        await db.SaveChangesAsync();
        var openable = (await kept.Openable([id], HttpContext.RequestAborted)).GetValueOrDefault(id);
        return Done(DeviceRoutes.List, openable == 0 ? T["Key saved."]
            : T.Count(openable, "Key saved. 1 lead can now be decrypted.", "Key saved. {0:N0} leads can now be decrypted."));
    }

    private async Task<EventKeyPage?> Page(int id) => await db.Events.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id) is { } at
        ? new(at, await keys.Read(EventKey.IdOf(at.PublicKey)) is not null)
        : null;
}

/// IsHere: the private half is.
public sealed record EventKeyPage(Event Event, bool IsHere);
