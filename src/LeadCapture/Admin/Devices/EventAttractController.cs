using LeadCapture.Admin.Audit;
using LeadCapture.Booth;
using LeadCapture.Data;
using LeadCapture.Settings;
using LeadCapture.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static LeadCapture.Admin.Devices.DeviceText;

namespace LeadCapture.Admin.Devices;

/// The own picture or video of an event's attract screen: put there, replaced, removed.
[Needs(Role.Admin)]
[Uncompressed]
public sealed class EventAttractController(LeadDb db, EventPages pages, AttractReading reading, AuditLog audit) : AdminController
{
    private const string Here = "/admin/events/{id}/attract";

    /// More than is taken, so that a video that is too large gets a sentence and no bare refusal.
    private const int LargestBody = 16 * AttractReading.LargestFile;

    [HttpPost(Here, Name = DeviceRoutes.Attract)]
    [RequestSizeLimit(LargestBody)]
    public async Task<IActionResult> Put(int id, IFormFile? file, CancellationToken aborted)
    {
        // What is no file is none: the binder's own words say less.
        ModelState.Clear();
        if (await pages.Of(id) is not { } page)
            return NotFound();
        if (await Read(file, aborted) is not { } read)
        {
            Wrong("file", T["Choose a picture, or an MP4 (H.264) or WebM video, of up to 8 MB"]);
            return Unprocessable("Event", page);
        }
        var media = await db.AttractMedia.SingleOrDefaultAsync(one => one.EventId == id, aborted);
        if (media is null)
            db.AttractMedia.Add(media = new() { EventId = id });
        media.Replace(read);
        audit.Note(AuditAction.ChangedEvent, "event", page.Form.Name, "attract screen");
        await db.SaveChangesAsync(aborted);
        return Done(DeviceRoutes.Event, new { id }, T["Saved. Tablets download it the next time they connect."]);
    }

    [HttpPost(Here + "/remove", Name = DeviceRoutes.RemoveAttract)]
    public async Task<IActionResult> Remove(int id, CancellationToken aborted)
    {
        if (await pages.Of(id) is not { } page)
            return NotFound();
        audit.Note(AuditAction.ChangedEvent, "event", page.Form.Name, "attract screen");
        await db.AttractMedia.Where(one => one.EventId == id).ExecuteDeleteAsync(aborted);
        await db.SaveChangesAsync(aborted);
        return Done(DeviceRoutes.Event, new { id }, T["Removed. Tablets go back to the form’s title and picture the next time they connect."]);
    }

    private async Task<AttractFile?> Read(IFormFile? file, CancellationToken aborted)
    {
        if (file is null or { Length: > AttractReading.LargestFile })
            return null;
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, aborted);
        return await reading.Read(bytes.ToArray());
    }
}
