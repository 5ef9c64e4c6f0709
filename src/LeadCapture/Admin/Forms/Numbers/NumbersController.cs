using LeadCapture.Forms;
using LeadCapture.Settings;
using Microsoft.AspNetCore.Mvc;

namespace LeadCapture.Admin.Forms.Numbers;

/// What visitors do with a form.
[Needs(Role.Viewer)]
public sealed class NumbersController(Drafts drafts, FormHeads heads, FormNumbers numbers) : AdminController
{
    public const int FewDays = 14;
    public const int ManyDays = 90;

    [HttpGet("/admin/forms/{slug}/numbers", Name = FormRoutes.Numbers)]
    public async Task<IActionResult> Show(string slug, CancellationToken aborted, int days = FewDays)
    {
        if (await drafts.Find(slug) is not { } draft)
            return NotFound();
        var head = await heads.Of(draft, FormTab.Numbers, aborted);
        return View("Show", await numbers.Of(
            head, draft.Form.Id, draft.Published ?? draft.Definition, days == ManyDays ? ManyDays : FewDays, aborted));
    }
}
