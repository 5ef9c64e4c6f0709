using LeadCapture.Admin.Audit;
using LeadCapture.Data;
using LeadCapture.Forms;
using LeadCapture.Forms.Themes;
using LeadCapture.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static LeadCapture.Admin.Forms.Look.LookText;

namespace LeadCapture.Admin.Forms.Look;

/// How a form looks: colors, shape, pictures, and the wording of its button.
[Needs(Role.Viewer)]
public sealed class LookController(LeadDb db, Drafts drafts, FormHeads heads, Looks looks, UploadedPictures pictures, AuditLog audit)
    : AdminController
{
    private const string Here = "/admin/forms/{slug}/look";

    /// More than is taken, so that a picture that is too large gets a sentence and no bare refusal.
    private const int LargestBody = 16 * PictureReading.LargestFile;

    [HttpGet(Here, Name = FormRoutes.Look)]
    public async Task<IActionResult> Show(string slug, CancellationToken aborted) =>
        await drafts.Find(slug) is { } draft ? View("Show", await Page(draft, null, aborted)) : NotFound();

    [HttpPost(Here)]
    [Needs(Role.Admin)]
    [RequestSizeLimit(LargestBody)]
    public async Task<IActionResult> Change(string slug, LookForm form, IFormFile? logo, IFormFile? cover, CancellationToken aborted)
    {
        if (await drafts.Find(slug) is not { } draft)
            return NotFound();
        var shown = await Shown(draft);
        var theme = form.Fill(shown);
        theme = theme with
        {
            Logo = await Uploaded("logo", logo, PictureUse.Logo, theme.Logo),
            Cover = await Uploaded("cover", cover, PictureUse.Cover, theme.Cover),
        };
        if (!ModelState.IsValid)
            return Unprocessable("Show", await Page(draft, form, aborted));
        var changed = draft.Definition with
        {
            Theme = draft.Definition.Theme is null && theme == shown ? null : theme,
            SubmitLabel = form.SubmitLabel,
        };
        return await Saved(draft, changed, form, T["Saved in the draft. Publish it to show it to visitors."], aborted);
    }

    [HttpPost(Here + "/reset", Name = FormRoutes.ResetLook)]
    [Needs(Role.Admin)]
    public async Task<IActionResult> Reset(string slug, int seen, CancellationToken aborted)
    {
        if (await drafts.Find(slug) is not { } draft)
            return NotFound();
        var form = LookForm.Of(draft.Definition, await Shown(draft), seen);
        return await Saved(draft, draft.Definition with { Theme = null }, form,
            T["The draft has the default look. Publish it to show it to visitors."], aborted);
    }

    /// Takes effect at once: it is no part of a draft.
    [HttpPost(Here + "/default", Name = FormRoutes.MakeDefaultLook)]
    [Needs(Role.Admin)]
    public async Task<IActionResult> MakeDefault(string slug, CancellationToken aborted)
    {
        if (await drafts.Find(slug) is not { } draft)
            return NotFound();
        var theme = await Shown(draft);
        if (new ThemeRules().Validate(theme).Errors is [var problem, ..])
        {
            Wrong(problem.PropertyName.ToLowerInvariant(), problem.ErrorMessage);
            return Unprocessable("Show", await Page(draft, null, aborted));
        }
        return await Defaulted(slug, FormJson.WriteTheme(theme),
            T["Default look saved. Forms without a look of their own show it within 10 seconds."]);
    }

    [HttpPost(Here + "/default/remove", Name = FormRoutes.RemoveDefaultLook)]
    [Needs(Role.Admin)]
    public async Task<IActionResult> RemoveDefault(string slug) => await drafts.Find(slug) is null
        ? NotFound()
        : await Defaulted(slug, null, T["Default look removed."]);

    /// For the samples on the page, while somebody types.
    [HttpGet(Here + "/tokens", Name = FormRoutes.LookTokens)]
    public async Task<IActionResult> Tokens(string slug, LookForm form)
    {
        if (await drafts.Find(slug) is not { } draft)
            return NotFound();
        var theme = form.Fill(await Shown(draft));
        var (light, dark) = (Palette.Light(theme), Palette.Dark(theme));
        return Json(new
        {
            light = Properties(theme, light),
            dark = Properties(theme, dark),
            colors = ContrastGuard.Of(theme).Select(contrast => new
            {
                name = contrast.Name,
                passes = contrast.Passes,
                words = ColorEntry.WordsOf(contrast),
                instead = contrast.Instead?.ToString(),
            }),
            now = new { accent = light.Accent.ToString(), background = light.Ground.ToString(), text = light.Ink.ToString() },
        });
    }

    [HttpGet(Here + "/samples.css", Name = FormRoutes.LookSamples)]
    public async Task<IActionResult> Samples(string slug) => await drafts.Find(slug) is { } draft
        ? Content(LookStyle.OfSamples(await Shown(draft)), "text/css; charset=utf-8")
        : NotFound();

    /// The style sheet of the draft, or of a version, for a page that shows it to those who edit it.
    [HttpGet(Here + "/draft.css", Name = FormRoutes.DraftStyle)]
    public async Task<IActionResult> Style(string slug, int? version) => await drafts.Find(slug, version) is { } draft
        ? Content(LookStyle.Of(await Shown(draft)), "text/css; charset=utf-8")
        : NotFound();

    private async Task<Theme> Shown(Draft draft) => draft.Definition.Theme ?? await looks.Default() ?? new();

    private static Dictionary<string, string> Properties(Theme theme, Palette palette) =>
        LookStyle.Shape(theme).Concat(LookStyle.Tokens(palette)).Append(LookStyle.Scheme(palette))
            .ToDictionary(token => token.Name, token => token.Value);

    private async Task<string?> Uploaded(string input, IFormFile? file, PictureUse use, string? before)
    {
        if (file is null)
            return before;
        var (hash, problem) = await pictures.Add(file, use);
        if (problem != "")
            Wrong(input, problem);
        return hash ?? before;
    }

    private async Task<IActionResult> Saved(Draft draft, FormDefinition changed, LookForm form, string sentence, CancellationToken aborted)
    {
        if (form.Seen != draft.Number)
            return await Collided(draft, form, aborted);
        if (changed.ToJson() == draft.Definition.ToJson())
            return Done(FormRoutes.Look, new { draft.Form.Slug }, T["Nothing changed."]);
        await drafts.Change(draft.Form, changed, CurrentUser.Name);
        audit.Note(AuditAction.ChangedForm, "form", draft.Form.Slug, "look");
        if (!await drafts.Save(draft.Form))
            return await Collided((await drafts.Find(draft.Form.Slug))!, form, aborted);
        return Done(FormRoutes.Look, new { draft.Form.Slug }, sentence);
    }

    /// What was typed stays in the page, over what somebody else saved.
    private async Task<IActionResult> Collided(Draft draft, LookForm form, CancellationToken aborted)
    {
        Response.StatusCode = StatusCodes.Status409Conflict;
        var page = await Page(draft, form, aborted);
        ModelState.Remove("seen");
        return View("Show", page with
        {
            Notice = T["This form was changed by {0} meanwhile. Check and save again.", draft.ChangedBy ?? T["someone"]],
        });
    }

    private async Task<IActionResult> Defaulted(string slug, string? theme, string sentence)
    {
        (await db.DefaultLooks.SingleAsync()).Theme = theme;
        audit.Note(AuditAction.ChangedDefaultLook, "settings", "look", theme is null ? "removed" : $"from {slug}");
        await db.SaveChangesAsync();
        looks.Forget();
        return Done(FormRoutes.Look, new { slug }, sentence);
    }

    /// Typed: what was sent and not taken.
    private async Task<LookPage> Page(Draft draft, LookForm? typed, CancellationToken aborted)
    {
        var shown = await Shown(draft);
        var theme = typed?.Fill(shown) ?? shown;
        return new(await heads.Of(draft, FormTab.Look, aborted), typed ?? LookForm.Of(draft.Definition, shown, draft.Number), theme,
            await looks.OfDraft(shown))
        {
            Own = draft.Definition.Theme,
            Default = await looks.Default(),
            Seen = draft.Number,
            Title = draft.Definition.Title,
        };
    }
}
