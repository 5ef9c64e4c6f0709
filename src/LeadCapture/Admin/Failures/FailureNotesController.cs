using LeadCapture.Deliveries;
using Microsoft.AspNetCore.Mvc;

namespace LeadCapture.Admin.Failures;

/// What people have written down about a group.
public sealed class FailureNotesController(FailedGroups groups, FailureNotes notes) : AdminController
{
    private const string Here = "/admin/failures/{group}/notes";

    [HttpGet(Here)]
    public async Task<IActionResult> Show(string group, CancellationToken aborted) =>
        await Page(group, "", aborted) is { } page ? View("Notes", page) : NotFound();

    /// Also where the last lead of the group was healed meanwhile: what was typed is kept.
    [HttpPost(Here)]
    [Needs(Role.Operator)]
    public async Task<IActionResult> Add(string group, CancellationToken aborted, string text = "")
    {
        if (!FailureGroup.Fits(group))
            return NotFound();
        if (text.Length is > 0 and <= FailureNote.Longest)
        {
            await notes.Add(group, text, Me);
            return Done(await Exists(group, aborted) ? FailedGroup.NotesOf(group) : "/admin/failures", "The note is kept.");
        }
        Wrong("text", $"Write a note of at most {FailureNote.Longest} characters");
        return await Page(group, text, aborted) is { } page ? Unprocessable("Notes", page) : NotFound();
    }

    [HttpPost(Here + "/{id}/remove")]
    [Needs(Role.Operator)]
    public async Task<IActionResult> Remove(string group, int id, CancellationToken aborted)
    {
        var removed = await notes.Remove(group, id);
        return Done(await Exists(group, aborted) ? FailedGroup.NotesOf(group) : "/admin/failures",
            removed ? "The note is removed." : "Somebody has removed the note before you.");
    }

    private async Task<bool> Exists(string group, CancellationToken aborted) => await groups.Find(group, aborted) is not null;

    private async Task<NotesPage?> Page(string group, string text, CancellationToken aborted) => await groups.Find(group, aborted) is { } found
        ? new(found, [.. (await notes.Of([group], aborted))[group]], text)
        : null;
}
