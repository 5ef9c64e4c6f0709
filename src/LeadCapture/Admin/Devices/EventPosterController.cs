using System.Text;
using LeadCapture.Admin.Forms.Share;
using LeadCapture.Booth;
using LeadCapture.Data;
using LeadCapture.Forms;
using LeadCapture.Forms.Numbers;
using LeadCapture.Settings;
using LeadCapture.Shared;
using LeadCapture.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Devices;

/// The form of an event for visitors' own phones. Its link says which event they came from.
[Needs(Role.Viewer)]
public sealed class EventPosterController(LeadDb db, FormCatalog forms) : AdminController
{
    private const string Here = "/admin/events/{id}/poster";
    private const string Source = "event";

    [HttpGet(Here, Name = DeviceRoutes.Poster)]
    public async Task<IActionResult> Show(int id) => await Find(id) is var (at, form)
        ? View("~/Admin/Forms/Share/Poster.cshtml", PosterSheet.Of(form.Definition, LinkOf(at, form), Url.To(DeviceRoutes.PosterCode, new { id }),
            Url.To(DeviceRoutes.List)))
        : NotFound();

    [HttpGet(Here + "/qr.svg", Name = DeviceRoutes.PosterCode)]
    public async Task<IActionResult> Code(int id) => await Find(id) is var (at, form)
        ? File(Encoding.UTF8.GetBytes(QrCode.Svg(LinkOf(at, form))), "image/svg+xml")
        : NotFound();

    private async Task<(Event At, PublishedForm Form)?> Find(int id)
    {
        if (await db.Events.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id) is not { } at)
            return null;
        var slug = await db.Forms.Where(form => form.Id == at.FormId).Select(form => form.Slug).SingleAsync();
        return await forms.Find(slug) is { } form ? (at, form) : null;
    }

    private string LinkOf(Event at, PublishedForm form) => QueryHelpers.AddQueryString(
        $"{Request.Scheme}://{Request.Host}{Request.PathBase}{FormAddress.Of(form.Slug, FormShape.Page)}",
        new Dictionary<string, string?> { [Campaign.SourceName] = Source, [Campaign.CampaignName] = at.Name });
}
