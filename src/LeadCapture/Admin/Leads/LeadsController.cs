using LeadCapture.Booth;
using LeadCapture.Data;
using LeadCapture.Forms;
using LeadCapture.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Leads;

/// The leads: list, search, and the page of each.
[Needs(Role.Viewer)]
public sealed class LeadsController(LeadList list, LeadPages pages, LeadDb db) : AdminController
{
    private const int LongestSearch = 300;

    [HttpGet("/admin/leads", Name = LeadRoutes.List)]
    public async Task<IActionResult> Index(LeadFilter filter, CancellationToken aborted)
    {
        // A mistyped address is no error of a form.
        ModelState.Clear();
        return View("Index", await list.Page(filter, LeadList.PageSize, CurrentUser.Id, aborted));
    }

    /// Posted, and shown right here: what is searched for never stands in an address, a log or the audit.
    [HttpPost("/admin/leads/search", Name = LeadRoutes.Search)]
    public async Task<IActionResult> Search(string text = "", CancellationToken aborted = default)
    {
        text = InputNormalizer.Clean(text);
        if (text.Length is 0 or > LongestSearch || !InputNormalizer.IsSendable(text, lines: false))
            return To(LeadRoutes.List);
        return View("Index", await list.Search(text, CurrentUser.Id, aborted));
    }

    [HttpGet("/admin/leads/{id:guid}", Name = LeadRoutes.Lead)]
    public async Task<IActionResult> Show(Guid id, LeadFilter filter, CancellationToken aborted)
    {
        ModelState.Clear();
        return await pages.Of(id, filter, aborted) is { } page ? View("Show", page) : NotFound();
    }

    /// The photo of a business card that came with it.
    [HttpGet("/admin/leads/{id:guid}/photo", Name = LeadRoutes.Photo)]
    public async Task<IActionResult> Photo(Guid id, CancellationToken aborted) =>
        await db.CardPhotos.AsNoTracking().SingleOrDefaultAsync(photo => photo.LeadId == id, aborted) is { } photo
            ? File(photo.Bytes, photo.ContentType)
            : NotFound();
}
