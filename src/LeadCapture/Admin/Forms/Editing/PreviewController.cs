using LeadCapture.Forms;
using LeadCapture.Forms.Themes;
using LeadCapture.Settings;
using LeadCapture.Shared;
using LeadCapture.Web;
using Microsoft.AspNetCore.Mvc;
using NetEscapades.AspNetCore.SecurityHeaders;
using static LeadCapture.Admin.Forms.FormsText;

namespace LeadCapture.Admin.Forms.Editing;

/// A draft as visitors will see it, in a frame of the editor. What is typed there is checked, and goes nowhere.
[Needs(Role.Viewer)]
[SecurityHeadersPolicy(SecurityHeaders.OwnFrame)]
[RouteValuesOnly]
public sealed class PreviewController(Drafts drafts, Looks looks) : AdminController
{
    private const string Here = "/admin/forms/{slug}/preview/{shape:regex(^(page|embed|booth)$)}";

    /// Of a version, where the link names one.
    [HttpGet(Here, Name = FormRoutes.Preview)]
    public async Task<IActionResult> Show(string slug, FormShape shape) => await Found(slug) is { } draft
        ? await Page(FormPages.Empty(draft.Shown, shape, Request.QueryString))
        : NotFound();

    /// Changes nothing, so it needs no token.
    [HttpPost(Here)]
    [IgnoreAntiforgeryToken]
    public async Task<IActionResult> Check(string slug, FormShape shape, CancellationToken aborted)
    {
        if (await Found(slug) is not { } draft)
            return NotFound();
        var submission = Tidying.Of(draft.Definition, PostedForm.Read(await PostedForm.Inputs(Request, aborted)));
        var wrong = FormRules.Of(draft.Definition).Validate(submission).Errors;
        var notice = wrong.Count == 0 ? T["Everything is filled in correctly. This is a preview, so nothing was sent."].Value : "";
        return await Page(FormPages.Refused(draft.Shown, shape, submission, wrong, notice));
    }

    private Task<Draft?> Found(string slug) =>
        drafts.Find(slug, int.TryParse(Request.Query["version"], InvariantCulture, out var number) ? number : null);

    private async Task<ViewResult> Page(FormPage page)
    {
        if ((page.Form.Theme ?? await looks.Default()) is { } theme)
        {
            var look = await looks.OfDraft(theme);
            var style = Url.To(FormRoutes.DraftStyle, new { page.Slug, version = Request.Query["version"].FirstOrDefault() });
            ShownLook.Put(ViewData, ShownLook.Of(look, style[Request.PathBase.Value!.Length..]));
        }
        return View("/Pages/Show.cshtml", page with { Action = Request.Path + Request.QueryString });
    }
}
