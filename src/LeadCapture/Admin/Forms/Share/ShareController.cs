using System.Text;
using LeadCapture.Forms;
using LeadCapture.Settings;
using LeadCapture.Web;
using Microsoft.AspNetCore.Mvc;
using static LeadCapture.Admin.Forms.Share.ShareText;

namespace LeadCapture.Admin.Forms.Share;

/// All ways to a form: its link, as a picture too, on paper and in other sites; and the calls of programs.
[Needs(Role.Viewer)]
public sealed class ShareController(Drafts drafts, FormHeads heads) : AdminController
{
    private const string Here = "/admin/forms/{slug}";

    /// The address that people use, whatever the form's own path is.
    private string Home => $"{Request.Scheme}://{Request.Host}{Request.PathBase}";

    [HttpGet(Here + "/share", Name = FormRoutes.Share)]
    public async Task<IActionResult> Show(string slug, [FromQuery] EmbedChoices embed, CancellationToken aborted) =>
        await drafts.Find(slug) is { } draft
        ? View("Show", await PageOf(draft, _ => "", aborted) with { Embed = embed })
        : NotFound();

    /// Posted, and shown in its answer: what is typed here may be about a person, and stands in no address of ours.
    [HttpPost(Here + "/share")]
    public async Task<IActionResult> Compose(string slug, CancellationToken aborted)
    {
        if (await drafts.Find(slug) is not { } draft)
            return NotFound();
        var page = await PageOf(draft, name => Request.Form[name].ToString(), aborted);
        var link = PrefilledLink.Of(page.Ways.Address, page.Fields.Select(field => (field.Name, field.Value)));
        return View("Show", page with { Prefilled = new("prefilled", T["Prefilled link"], link) });
    }

    [HttpGet(Here + "/share/qr.svg", Name = FormRoutes.QrSvg)]
    public async Task<IActionResult> Svg(string slug) => await drafts.Find(slug) is { } draft
        ? File(Encoding.UTF8.GetBytes(QrCode.Svg(WaysOf(draft).Address)), "image/svg+xml")
        : NotFound();

    [HttpGet(Here + "/share/qr.png", Name = FormRoutes.QrPng)]
    public async Task<IActionResult> Png(string slug) => await drafts.Find(slug) is { } draft
        ? File(QrCode.Png(WaysOf(draft).Address), "image/png", slug + ".png")
        : NotFound();

    [HttpGet(Here + "/poster", Name = FormRoutes.Poster)]
    public async Task<IActionResult> Poster(string slug) => await drafts.Find(slug) is { } draft
        ? View("Poster", PosterSheet.Of(
            Shown(draft), WaysOf(draft).Address, picture: Url.To(FormRoutes.QrSvg, new { slug }), back: Url.To(FormRoutes.Share, new { slug })))
        : NotFound();

    [HttpGet(Here + "/test", Name = FormRoutes.Test)]
    public async Task<IActionResult> Test(string slug, [FromQuery] EmbedChoices embed, CancellationToken aborted) =>
        await drafts.Find(slug) is { } draft
        ? View("Test", new SharedForm(await heads.Of(draft, FormTab.Share, aborted), WaysOf(draft).Address) { Embed = embed })
        : NotFound();

    private async Task<SharePage> PageOf(Draft draft, Func<string, string> typed, CancellationToken aborted) => new(
        await heads.Of(draft, FormTab.Share, aborted), WaysOf(draft), LinkField.Of(Shown(draft), typed), Shown(draft).Sites);

    private Snippets WaysOf(Draft draft) => new(Home, draft.Form.Slug, Shown(draft));

    /// As visitors find it; before it is published, as they will.
    private static FormDefinition Shown(Draft draft) => draft.Published ?? draft.Definition;
}
