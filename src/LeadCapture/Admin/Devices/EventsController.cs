using LeadCapture.Admin.Audit;
using LeadCapture.Booth;
using LeadCapture.Data;
using LeadCapture.Forms;
using LeadCapture.Settings;
using LeadCapture.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static LeadCapture.Admin.Devices.DeviceText;

namespace LeadCapture.Admin.Devices;

/// Events: made, changed, and joined by tablets.
[Needs(Role.Admin)]
[Uncompressed]
public sealed class EventsController(
    LeadDb db, FormCatalog forms, EventPages pages, SecretBox secrets, DeviceDoor door, AuditLog audit, TimeProvider clock) : AdminController
{
    private const string Here = "/admin/events/{id}";

    [HttpGet("/admin/events/new", Name = DeviceRoutes.NewEvent)]
    public async Task<IActionResult> New() => View("Event", await pages.Of(null, new() { Pin = StaffPin.New() }));

    [HttpPost("/admin/events/new")]
    public async Task<IActionResult> Create(EventForm typed)
    {
        if (await FormsOf(typed) is not { } chosen)
            return Unprocessable("Event", await pages.Of(null, typed));
        var (open, hidden) = EventKey.New();
        var now = clock.GetUtcNow().UtcDateTime;
        var at = new Event { Name = typed.Name, FormId = chosen.Own.Id, Pin = typed.Pin, PublicKey = open, CreatedAt = now };
        typed.Apply(at, chosen);
        db.Events.Add(at);
        await secrets.Put(db, EventKey.SecretOf(EventKey.IdOf(open)), hidden);
        audit.Note(AuditAction.MadeEvent, "event", typed.Name, "");
        await db.SaveChangesAsync();
        return Done(DeviceRoutes.List, T["{0} is created. Now pair its tablets.", at.Name]);
    }

    [HttpGet(Here, Name = DeviceRoutes.Event)]
    public async Task<IActionResult> Edit(int id) => await pages.Of(id) is { } page ? View("Event", page) : NotFound();

    [HttpPost(Here)]
    public async Task<IActionResult> Save(int id, EventForm typed)
    {
        if (await db.Events.SingleOrDefaultAsync(one => one.Id == id) is not { } at)
            return NotFound();
        if (await FormsOf(typed) is not { } chosen)
            return Unprocessable("Event", await pages.Of(id, typed));
        typed.Apply(at, chosen);
        audit.Note(AuditAction.ChangedEvent, "event", at.Name, "");
        await db.SaveChangesAsync();
        return Done(DeviceRoutes.List, T["Saved. Tablets update when they connect."]);
    }

    [HttpPost(Here + "/pair", Name = DeviceRoutes.Pair)]
    public async Task<IActionResult> Pair(int id, string name = "")
    {
        if (await db.Events.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id) is not { } at)
            return NotFound();
        var used = await db.Devices.CountAsync(device => device.EventId == id);
        var typed = name.Trim();
        var device = typed.Length == 0 ? T["Tablet {0}", used + 1].Value : InputNormalizer.Start(typed, DevicesController.LongestName);
        var code = await door.Invite(id, device);
        audit.Note(AuditAction.InvitedDevice, "event", at.Name, device);
        await db.SaveChangesAsync();
        var booth = $"{Request.Scheme}://{Request.Host}{Url.To(BoothRoutes.App)}#{code}";
        return View("Pairing", new PairingPage(at.Name, device, code, booth));
    }

    /// Null where something is wrong with what was typed.
    private async Task<EventLanguages?> FormsOf(EventForm typed)
    {
        if (await forms.Find(typed.Form) is not { } own)
        {
            if (typed.Form != "")
                Wrong("form", T["Choose a form"]);
            return null;
        }
        var chosen = new EventLanguages(own, [.. (await forms.All()).Where(form => form.Id != own.Id && typed.Offers(form))]);
        if (chosen.Twice is { } tag)
            Wrong("languages", T["Two forms are in {0}. Choose one per language.", Languages.EnglishNameOf(tag)]);
        return ModelState.IsValid ? chosen : null;
    }
}
