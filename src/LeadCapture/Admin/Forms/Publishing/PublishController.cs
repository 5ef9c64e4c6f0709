using LeadCapture.Admin.Audit;
using LeadCapture.Data;
using LeadCapture.Forms;
using LeadCapture.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static LeadCapture.Admin.Forms.FormsText;

namespace LeadCapture.Admin.Forms.Publishing;

/// Shows the draft to visitors, and keeps what they saw before.
[Needs(Role.Viewer)]
public sealed class PublishController(LeadDb db, Drafts drafts, Publisher publisher, PublishPages pages, FormHeads heads,
    FormCatalog catalog, AuditLog audit) : AdminController
{
    private const string Here = "/admin/forms/{slug}";
    private const string Sheet = "/Admin/Forms/Publishing/Publish.cshtml";

    [HttpGet(Here + "/publish", Name = FormRoutes.Publish)]
    [Needs(Role.Admin)]
    public async Task<IActionResult> Check(string slug, CancellationToken aborted) => await drafts.Find(slug) is { } draft
        ? View(Sheet, await pages.Of(draft, this, aborted))
        : NotFound();

    [HttpPost(Here + "/publish")]
    [Needs(Role.Admin)]
    public async Task<IActionResult> Publish(string slug, int seen, CancellationToken aborted)
    {
        if (await drafts.Find(slug) is not { } draft)
            return NotFound();
        var page = await pages.Of(draft, this, aborted);
        if (seen != draft.Number)
            Wrong("", ChangedBy(draft));
        else if (page.Blocking.Count > 0)
            Wrong("", T["Fix the problems listed here first."]);
        if (!ModelState.IsValid)
            return Unprocessable(Sheet, page);
        var number = await publisher.Publish(draft.Form, draft.Definition, CurrentUser.Name);
        audit.Note(AuditAction.PublishedForm, "form", slug, $"version {number}");
        if (!await drafts.Save(draft.Form))
            return await Overtaken(slug, aborted);
        catalog.Forget();
        return Done(FormRoutes.Share, new { slug }, T["Version {0} is published. Visitors see it within 10 seconds.", number]);
    }

    [HttpGet(Here + "/versions", Name = FormRoutes.Versions)]
    public async Task<IActionResult> Versions(string slug, CancellationToken aborted)
    {
        if (await drafts.Find(slug) is not { } draft)
            return NotFound();
        var versions = await db.FormVersions.AsNoTracking().Where(version => version.FormId == draft.Form.Id)
            .OrderByDescending(version => version.Number).ToListAsync(aborted);
        var definitions = versions.ConvertAll(version => FormDefinition.Parse(version.Definition));
        return View("/Admin/Forms/Publishing/Versions.cshtml", new VersionsPage(await heads.Of(draft, FormTab.Versions, aborted),
        [
            .. versions.Select((version, place) => new VersionRow(version, version.Number == draft.Form.PublishedVersion,
                place + 1 < versions.Count ? FormChanges.Between(definitions[place + 1], definitions[place]) : [])),
        ]));
    }

    /// Into the draft, so that a person looks at it before visitors do.
    [HttpPost(Here + "/versions/{number:int}/restore", Name = FormRoutes.RestoreVersion)]
    [Needs(Role.Admin)]
    public async Task<IActionResult> Restore(string slug, int number, CancellationToken aborted)
    {
        if (await drafts.Find(slug) is not { } draft || await db.FormVersions.AsNoTracking()
            .SingleOrDefaultAsync(one => one.FormId == draft.Form.Id && one.Number == number, aborted) is not { } version)
            return NotFound();
        await drafts.Change(draft.Form, FormDefinition.Parse(version.Definition), CurrentUser.Name);
        audit.Note(AuditAction.ChangedForm, "form", slug, $"draft from version {number}");
        if (!await drafts.Save(draft.Form))
            return await Overtaken(slug, aborted);
        return Done(FormRoutes.Edit, new { slug }, T["Version {0} is in the draft now. Publish it to show it to visitors.", number]);
    }

    /// Somebody was faster: nothing was done, and the sheet shows what is there now.
    private async Task<IActionResult> Overtaken(string slug, CancellationToken aborted)
    {
        var draft = (await drafts.Find(slug))!;
        Wrong("", ChangedBy(draft));
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View(Sheet, await pages.Of(draft, this, aborted));
    }

    private static string ChangedBy(Draft draft) =>
        T["{0} changed this form meanwhile. Check the changes again.", draft.ChangedBy ?? T["Someone else"]];
}
