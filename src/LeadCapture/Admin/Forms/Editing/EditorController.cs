using LeadCapture.Admin.Audit;
using LeadCapture.Forms;
using LeadCapture.Settings;
using Microsoft.AspNetCore.Mvc;
using static LeadCapture.Admin.Forms.FormsText;

namespace LeadCapture.Admin.Forms.Editing;

/// The editor of a form. Every change is saved in the draft at once; nobody's change overwrites another one's.
[Needs(Role.Viewer)]
public sealed class EditorController(Drafts drafts, EditorPages pages, AuditLog audit) : AdminController
{
    private const string Here = "/admin/forms/{slug}";

    [HttpGet(Here, Name = FormRoutes.Edit)]
    public async Task<IActionResult> Show(string slug, string? at, CancellationToken aborted) => await drafts.Find(slug) is { } draft
        ? View("/Admin/Forms/Editing/Show.cshtml", await pages.Of(draft, Place.Parse(at), CurrentUser.Name, aborted))
        : NotFound();

    [HttpPost(Here + "/draft", Name = FormRoutes.Change)]
    [Needs(Role.Admin)]
    public async Task<IActionResult> Change(string slug, int seen, ElementForm settings, CancellationToken aborted,
        string at = "", string @do = "", string custom = "", string to = "")
    {
        if (await drafts.Find(slug) is not { } draft)
            return NotFound();
        if (@do is "undo" or "redo")
            return await Turned(draft, @do == "undo" ? await drafts.Undo(draft.Form) : await drafts.Redo(draft.Form), at);
        var edit = new Edit(Place.Parse(at), @do switch { "add:custom" => "add:custom:" + custom, "to" => "to:" + to, _ => @do }, settings);
        if (seen != draft.Number)
        {
            if (await Moved(draft, seen, edit.At) is not { } place)
                return await Conflict(draft, edit, aborted);
            edit = edit with { At = place };
        }
        var edited = DraftEditor.Apply(draft.Definition, edit, Wrong);
        if (!ModelState.IsValid)
            return Unprocessable("/Admin/Forms/Editing/Show.cshtml",
                await pages.Of(draft, edited.At, CurrentUser.Name, aborted, edited.Form));
        return await Saved(draft, edited) ?? await Conflict((await drafts.Find(slug))!, edit, aborted);
    }

    /// Where the part that was edited stands now, as long as nobody else changed it since.
    private async Task<Place?> Moved(Draft draft, int seen, Place at)
    {
        if (await drafts.State(draft.Form, seen) is not { } before || Outline.Find(before, at) is not { } part)
            return null;
        return Outline.Places(draft.Definition).OrderByDescending(place => place == at)
            .Where(place => Outline.Same(Outline.Find(draft.Definition, place), part)).Select(place => (Place?)place).FirstOrDefault();
    }

    private async Task<IActionResult> Turned(Draft draft, bool done, string at)
    {
        // Where somebody was faster, the page shows what they did.
        if (done)
            await drafts.Save(draft.Form);
        return To(FormRoutes.Edit, Values(draft, at));
    }

    /// Null where somebody else was faster.
    private async Task<IActionResult?> Saved(Draft draft, Edited edited)
    {
        if (edited.Form.ToJson() != draft.Definition.ToJson())
        {
            await drafts.Change(draft.Form, edited.Form, CurrentUser.Name);
            // Who changes a draft for an hour is noted once.
            if (!draft.HasChanges)
                audit.Note(AuditAction.ChangedForm, "form", draft.Form.Slug, "draft");
            if (!await drafts.Save(draft.Form))
                return null;
        }
        var values = Values(draft, edited.At.ToString());
        return edited.Said == "" ? To(FormRoutes.Edit, values) : Done(FormRoutes.Edit, values, edited.Said);
    }

    /// Shows what was typed in the draft as it is now. Sent again, it takes the place of what the other one wrote.
    private async Task<IActionResult> Conflict(Draft draft, Edit edit, CancellationToken aborted)
    {
        var typed = DraftEditor.Apply(draft.Definition, edit with { Do = "" }, (_, _) => { });
        Wrong("", T["{0} changed this part while you were editing, so your change isn’t saved yet. Check it and save again, or leave it.",
            draft.ChangedBy ?? T["Someone else"]]);
        Response.StatusCode = StatusCodes.Status409Conflict;
        ModelState.Remove("seen");
        return View("/Admin/Forms/Editing/Show.cshtml", await pages.Of(draft, typed.At, CurrentUser.Name, aborted, typed.Form));
    }

    private static object Values(Draft draft, string at) => new { draft.Form.Slug, at = at == "" ? null : at };
}
