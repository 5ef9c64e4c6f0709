using LeadCapture.Admin.Audit;
using LeadCapture.Forms;
using LeadCapture.Settings;
using LeadCapture.Shared;
using Microsoft.AspNetCore.Mvc;
using static LeadCapture.Admin.Forms.FormsText;

namespace LeadCapture.Admin.Forms;

/// What happens with a form: its confirmation, when it is open, where it stands, and what fills it in.
[Needs(Role.Viewer)]
public sealed class FormSettingsController(Drafts drafts, FormHeads heads, AuditLog audit) : AdminController
{
    private const string Here = "/admin/forms/{slug}/settings";
    private const string LinkInput = "link:";

    [HttpGet(Here, Name = FormRoutes.Settings)]
    public async Task<IActionResult> Show(string slug, CancellationToken aborted) => await drafts.Find(slug) is { } draft
        ? View("Settings", await Page(draft, FormSettings.Of(draft.Definition), aborted))
        : NotFound();

    [HttpPost(Here)]
    [Needs(Role.Admin)]
    public async Task<IActionResult> Save(string slug, int seen, FormSettings form, CancellationToken aborted)
    {
        if (await drafts.Find(slug) is not { } draft)
            return NotFound();
        if (draft.Number != seen)
            return await Conflict(draft, form, aborted);
        var changed = form.Change(draft.Definition, Wrong);
        foreach (var (place, problem) in FormDefinitionRules.ProblemsOf(changed))
            if (form.InputOf(place, changed) is { } input)
                Wrong(input, problem);
        if (!ModelState.IsValid)
            return Unprocessable("Settings", await Page(draft, form, aborted));
        await drafts.Change(draft.Form, changed, CurrentUser.Name);
        audit.Note(AuditAction.ChangedForm, "form", slug, "settings");
        if (!await drafts.Save(draft.Form))
            return await Conflict((await drafts.Find(slug))!, form, aborted);
        return Done(FormRoutes.Settings, new { slug }, T["Saved in the draft. Publish it to show it to visitors."]);
    }

    /// Posted, because what a link fills in may be somebody's own, and has no place in our addresses.
    [HttpPost(Here + "/link", Name = FormRoutes.Link)]
    public async Task<IActionResult> Compose(string slug, CancellationToken aborted)
    {
        if (await drafts.Find(slug) is not { } draft)
            return NotFound();
        var values = (Request.HasFormContentType ? Request.Form : FormCollection.Empty)
            .Where(input => input.Key.StartsWith(LinkInput, StringComparison.Ordinal))
            .ToDictionary(input => input.Key[LinkInput.Length..], input => input.Value.ToString().Trim());
        var page = await Page(draft, FormSettings.Of(draft.Definition), aborted);
        var link = PrefilledLink.Of(page.Address, page.Linked.Select(one => (one.Parameter, values.GetValueOrDefault(one.Parameter, ""))));
        return View("Settings", page with { LinkValues = values, Link = link });
    }

    private async Task<IActionResult> Conflict(Draft draft, FormSettings typed, CancellationToken aborted)
    {
        Wrong("", T["This form was changed by {0} meanwhile. Check and save again.", draft.ChangedBy ?? T["another user"].Value]);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Settings", await Page(draft, typed, aborted));
    }

    private async Task<FormSettingsPage> Page(Draft draft, FormSettings typed, CancellationToken aborted) =>
        new(await heads.Of(draft, FormTab.Settings, aborted), draft, typed)
        {
            Address = $"{Request.Scheme}://{Request.Host}{Request.PathBase}{FormAddress.Of(draft.Form.Slug, FormShape.Page)}",
        };
}
