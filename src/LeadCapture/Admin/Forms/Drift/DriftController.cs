using LeadCapture.Admin.Audit;
using LeadCapture.Catalogue;
using LeadCapture.Data;
using LeadCapture.Forms;
using LeadCapture.Forms.Fields;
using LeadCapture.Localization;
using LeadCapture.Settings;
using Microsoft.AspNetCore.Mvc;
using static LeadCapture.Admin.Forms.Drift.DriftText;

namespace LeadCapture.Admin.Forms.Drift;

/// Custom fields that forms send and that Reply.io no longer has: seen, checked again, and sent elsewhere.
[Needs(Role.Viewer)]
public sealed class DriftController(
    LeadDb db, DriftPages pages, ReplyIoCatalogue catalogue, FormMapping mapping, Drafts drafts, FormCatalog forms, AuditLog audit) : AdminController
{
    private const string Here = "/admin/forms/drift";

    [HttpGet(Here, Name = DriftRoutes.Drift)]
    public async Task<IActionResult> Show() => View("Show", await pages.Of());

    [HttpPost(Here + "/check", Name = DriftRoutes.Check)]
    [Needs(Role.Admin)]
    public async Task<IActionResult> Check(CancellationToken aborted)
    {
        audit.Note(AuditAction.CheckedFields, "settings", "custom fields", "");
        await db.SaveChangesAsync(aborted);
        var page = await pages.Of(await catalogue.Refresh(aborted));
        if (page.Problem is { } problem)
            return Failed(DriftRoutes.Drift, T["Check failed. {0}", problem]);
        return Done(DriftRoutes.Drift, page.Rows.Count == 0
            ? T["Checked. No custom field that your forms use is missing."]
            : T.Count(page.Rows.Count, "Checked. 1 field needs a new custom field.", "Checked. {0:N0} fields need a new custom field."));
    }

    /// Form: its slug. Key: as the form sends it.
    [HttpPost(Here + "/map", Name = DriftRoutes.Map)]
    [Needs(Role.Admin)]
    public async Task<IActionResult> Map(CancellationToken aborted, string form = "", string key = "", string to = "")
    {
        var page = await pages.Of();
        var row = page.Rows.FirstOrDefault(one => one.Drifted.Form.Slug == form && one.Drifted.Key.IsKey(key));
        if (row is null)
            return Failed(DriftRoutes.Drift, T["This field has changed since you opened the page, so nothing was done."]);
        if (row.Suggestions.FirstOrDefault(one => one.Field.Title == to)?.Field.Title is not { } title)
        {
            Wrong("to", T["Choose a custom field from the list"]);
            return Unprocessable("Show", page with { Rows = [row with { Number = 0 }] });
        }
        if (await mapping.Change(form, key, title, CurrentUser.Who) is not var (mapped, version))
            return Failed(DriftRoutes.Drift, T["This field has changed since you opened the page, so nothing was done."]);
        audit.Note(AuditAction.RemappedField, "form", form, $"\"{key}\" is sent as \"{title}\", version {version}");
        if (!await drafts.Save(mapped))
            return Failed(DriftRoutes.Drift, T["This field has changed since you opened the page, so nothing was done."]);
        forms.Forget();
        return Done(DriftRoutes.Drift, T["Saved. Answers to {0} now go to {1}, including those of waiting leads.", row.Label, title]);
    }
}
