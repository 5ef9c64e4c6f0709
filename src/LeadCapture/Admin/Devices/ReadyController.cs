using LeadCapture.Admin.Audit;
using LeadCapture.Admin.Settings;
using LeadCapture.Catalogue;
using LeadCapture.Data;
using LeadCapture.Settings;
using Microsoft.AspNetCore.Mvc;
using static LeadCapture.Admin.Devices.DeviceText;
using ResourceAssetCollection = Microsoft.AspNetCore.Components.ResourceAssetCollection;

namespace LeadCapture.Admin.Devices;

/// What must be right before an event, in one list.
[Needs(Role.Viewer)]
public sealed class ReadyController(ReadyPages pages) : AdminController
{
    private const string Here = "/admin/events/{id}/ready";

    [HttpGet(Here, Name = DeviceRoutes.Ready)]
    public async Task<IActionResult> Show(int id, CancellationToken aborted) =>
        await pages.Of(id, Request, HttpContext.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>(), aborted) is { } page
            ? View("Ready", page)
            : NotFound();

    /// Asks Reply.io.
    [HttpPost(Here + "/check", Name = DeviceRoutes.CheckNow)]
    [Needs(Role.Admin)]
    public async Task<IActionResult> Check(
        int id, [FromServices] ReplyIoKey key, [FromServices] ReplyIoCatalogue catalogue, [FromServices] AuditLog audit,
        [FromServices] LeadDb db, CancellationToken aborted)
    {
        audit.Note(AuditAction.TestedKey, "settings", "Reply:ApiKey", "");
        await db.SaveChangesAsync(aborted);
        var word = await key.Test(aborted);
        var known = await catalogue.Refresh(aborted);
        return Done(DeviceRoutes.Ready, new { id },
            known.Problem is null ? word : T["{0} The custom fields could not be read.", word]);
    }
}
