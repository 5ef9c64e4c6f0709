using LeadCapture.Deliveries;
using LeadCapture.Settings;
using Microsoft.AspNetCore.Mvc;
using LeadCapture.Localization;
using static LeadCapture.Admin.Failures.FailureText;

namespace LeadCapture.Admin.Failures;

/// What people have written down about a group, also where no lead is left in it.
[Needs(Role.Viewer)]
public sealed class FailureNotesController(FailedGroups groups, FailureNotes notes) : AdminController
{
    private const string Here = "/admin/failures/{group}/notes";

    [HttpGet(Here, Name = FailureRoutes.Notes)]
    public async Task<IActionResult> Show(string group, CancellationToken aborted) =>
        await Page(group, "", aborted) is { IsKnown: true } page ? View("Notes", page) : NotFound();

    /// Also where the last lead of the group was healed meanwhile: what was typed is kept.
    [HttpPost(Here)]
    [Needs(Role.Operator)]
    public async Task<IActionResult> Add(string group, CancellationToken aborted, string text = "")
    {
        if (!FailureGroup.Fits(group))
            return NotFound();
        var page = await Page(group, text, aborted);
        if (text.Length is > 0 and <= FailureNote.Longest)
        {
            await notes.Add(group, English.Of(() => page.Title), text, CurrentUser);
            return Done(FailureRoutes.Notes, new { group }, T["Note added."]);
        }
        Wrong("text", T["Enter a note of up to {0} characters", FailureNote.Longest]);
        return Unprocessable("Notes", page);
    }

    [HttpPost(Here + "/{id}/remove", Name = FailureRoutes.RemoveNote)]
    [Needs(Role.Operator)]
    public async Task<IActionResult> Remove(string group, int id, CancellationToken aborted)
    {
        var removed = await notes.Remove(group, id);
        var page = await Page(group, "", aborted);
        var said = removed ? T["Note removed."] : T["Someone else has already removed this note."];
        return page.IsKnown ? Done(FailureRoutes.Notes, new { group }, said) : Done(FailureRoutes.List, said);
    }

    private async Task<NotesPage> Page(string group, string text, CancellationToken aborted) =>
        new(group, await groups.Find(group, aborted), await notes.Of(group, aborted), text);
}
