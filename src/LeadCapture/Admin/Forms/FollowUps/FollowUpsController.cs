using System.Globalization;
using LeadCapture.Admin.Audit;
using LeadCapture.Catalogue;
using LeadCapture.Forms;
using LeadCapture.Settings;
using Microsoft.AspNetCore.Mvc;
using static LeadCapture.Admin.Forms.FollowUps.FollowUpText;

namespace LeadCapture.Admin.Forms.FollowUps;

/// What follows the contacts of a form.
[Needs(Role.Viewer)]
public sealed class FollowUpsController(Drafts drafts, FormHeads heads, ReplyIoCatalogue catalogue, AuditLog audit) : AdminController
{
    private const string Here = "/admin/forms/{slug}/follow-up";
    private const string AddRule = "add-rule";
    private const string RemoveRule = "remove-rule-";

    [HttpGet(Here, Name = FormRoutes.FollowUp)]
    public async Task<IActionResult> Show(string slug, CancellationToken aborted) => await drafts.Find(slug) is { } draft
        ? View("Show", await Page(draft, FollowUpForm.Of(draft.Definition), aborted))
        : NotFound();

    /// Order: a rule is added or removed, and nothing is saved yet.
    [HttpPost(Here)]
    [Needs(Role.Admin)]
    public async Task<IActionResult> Save(string slug, int seen, FollowUpForm form, [FromForm(Name = "do")] string? order, CancellationToken aborted)
    {
        if (await drafts.Find(slug) is not { } draft)
            return NotFound();
        if (ChangesRules(form, order))
            return View("Show", await Page(draft, form, aborted));
        if (draft.Number != seen)
            return await Conflict(draft, form, aborted);
        var changed = form.Change(draft.Definition, Wrong);
        foreach (var (index, rule) in form.Rules.Index())
            if (rule.LacksText)
                Wrong($"rules[{index}].text", T["Enter the text to compare"]);
        foreach (var (place, problem) in ModelState.IsValid ? FormDefinitionRules.ProblemsOf(changed) : [])
            if (place.StartsWith("afterDelivery", StringComparison.Ordinal))
                Wrong(FollowUpForm.InputOf(place), problem);
        if (!ModelState.IsValid)
            return Unprocessable("Show", await Page(draft, form, aborted));
        await drafts.Change(draft.Form, changed, CurrentUser.Name);
        audit.Note(AuditAction.ChangedForm, "form", slug, "follow-up");
        if (!await drafts.Save(draft.Form))
            return await Conflict((await drafts.Find(slug))!, form, aborted);
        return Done(FormRoutes.FollowUp, new { slug }, T["Saved in the draft. Publish it so that new leads follow it."]);
    }

    private bool ChangesRules(FollowUpForm form, string? order)
    {
        if (order == AddRule)
            form.Rules.Add(new());
        else if (order?.StartsWith(RemoveRule, StringComparison.Ordinal) == true
            && int.TryParse(order.AsSpan(RemoveRule.Length), NumberStyles.None, InvariantCulture, out var index) && index < form.Rules.Count)
            form.Rules.RemoveAt(index);
        else
            return false;
        // What was posted stands at other numbers now.
        ModelState.Clear();
        return true;
    }

    private async Task<IActionResult> Conflict(Draft draft, FollowUpForm typed, CancellationToken aborted)
    {
        Wrong("", T["This form was changed by {0} meanwhile. Check and save again.", draft.ChangedBy ?? T["another user"].Value]);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Show", await Page(draft, typed, aborted));
    }

    private async Task<FollowUpPage> Page(Draft draft, FollowUpForm typed, CancellationToken aborted) =>
        new(await heads.Of(draft, FormTab.FollowUp, aborted), draft, typed, await catalogue.Get());
}
