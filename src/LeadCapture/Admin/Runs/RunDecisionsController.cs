using LeadCapture.Settings;
using Microsoft.AspNetCore.Mvc;
using static LeadCapture.Admin.Runs.RunText;

namespace LeadCapture.Admin.Runs;

/// Holds a run, lets it go on, ends it, takes back what it corrected.
[Needs(Role.Operator)]
public sealed class RunDecisionsController(RunDecisions decisions, RunPages pages) : AdminController
{
    private const string Here = "/admin/runs/{id}/";

    [HttpPost(Here + "pause", Name = RunRoutes.Pause)]
    public async Task<IActionResult> Pause(int id, CancellationToken aborted) =>
        await After(id, await decisions.Pause(id), T["Bulk action paused."], aborted);

    [HttpPost(Here + "go-on", Name = RunRoutes.GoOn)]
    public async Task<IActionResult> GoOn(int id, CancellationToken aborted) =>
        await After(id, await decisions.GoOn(id), T["Bulk action resumed."], aborted);

    [HttpPost(Here + "cancel", Name = RunRoutes.Cancel)]
    public async Task<IActionResult> Cancel(int id, CancellationToken aborted) =>
        await After(id, await decisions.Cancel(id), T["Bulk action canceled."], aborted);

    [HttpPost(Here + "undo", Name = RunRoutes.Undo)]
    public async Task<IActionResult> Undo(int id, CancellationToken aborted) => await decisions.Undo(id, CurrentUser) is { } undo
        ? Done(RunRoutes.Run, new { undo.Id }, T["Undo started."])
        : await After(id, done: false, "", aborted);

    private async Task<IActionResult> After(int id, bool done, string sentence, CancellationToken aborted)
    {
        if (done)
            return Done(RunRoutes.Run, new { id }, sentence);
        if (await pages.Of(id, aborted) is not { } page)
            return NotFound();
        Wrong("", T["The bulk action has changed since you opened it, so nothing was done. This page shows its current state."]);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Show", page);
    }
}
