using LeadCapture.Admin.Audit;
using LeadCapture.Admin.Settings;
using LeadCapture.Booth;
using LeadCapture.Catalogue;
using LeadCapture.Data;
using LeadCapture.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static LeadCapture.Admin.Devices.DeviceText;
using ResourceAssetCollection = Microsoft.AspNetCore.Components.ResourceAssetCollection;

namespace LeadCapture.Admin.Devices;

/// What must be right before an event, in one list.
[Needs(Role.Viewer)]
public sealed class ReadyController(ReadyPages pages, LeadDb db, AuditLog audit) : AdminController
{
    private const string Here = "/admin/events/{id}/ready";

    [HttpGet(Here, Name = DeviceRoutes.Ready)]
    public async Task<IActionResult> Show(int id, CancellationToken aborted) =>
        await Page(id, aborted) is { } page ? View("Ready", page with { TestEmail = CurrentUser.Email }) : NotFound();

    /// Asks Reply.io.
    [HttpPost(Here + "/check", Name = DeviceRoutes.CheckNow)]
    [Needs(Role.Admin)]
    public async Task<IActionResult> Check(
        int id, [FromServices] ReplyIoKey key, [FromServices] ReplyIoCatalogue catalogue, CancellationToken aborted)
    {
        audit.Note(AuditAction.TestedKey, "settings", "Reply:ApiKey", "");
        await db.SaveChangesAsync(aborted);
        var tested = await key.Test(aborted);
        var known = await catalogue.Refresh(aborted);
        return Tells(DeviceRoutes.Ready, new { id },
            known.Problem is null ? tested : News.Failed(T["{0} The custom fields could not be read.", tested.Sentence]));
    }

    [HttpPost(Here + "/test", Name = DeviceRoutes.SendTestLead)]
    [Needs(Role.Admin)]
    public async Task<IActionResult> SendTestLead(int id, TestLeadForm typed, [FromServices] TestLeads tests, CancellationToken aborted)
    {
        if (await db.Events.SingleOrDefaultAsync(one => one.Id == id, aborted) is not { } at)
            return NotFound();
        if (ModelState.IsValid && !await tests.Send(at, typed.Email))
            Wrong("email", T["The form of this event isn’t published"]);
        if (!ModelState.IsValid)
            return Unprocessable("Ready", (await Page(id, aborted))! with { TestEmail = typed.Email });
        audit.Note(AuditAction.SentTestLead, "event", at.Name, "");
        await db.SaveChangesAsync(aborted);
        return Done(DeviceRoutes.Ready, new { id }, T["Test lead sent. See below whether it arrived."]);
    }

    private Task<ReadyPage?> Page(int id, CancellationToken aborted) =>
        pages.Of(id, Request, HttpContext.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>(), aborted);
}
