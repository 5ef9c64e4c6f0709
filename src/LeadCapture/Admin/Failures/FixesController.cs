using LeadCapture.Admin.Runs;
using LeadCapture.Settings;
using Microsoft.AspNetCore.Mvc;
using static LeadCapture.Admin.Failures.FailureText;

namespace LeadCapture.Admin.Failures;

/// One rule for all leads of a group: chosen, filled in, looked at. It is posted: nothing personal stands in an address.
[Needs(Role.Operator)]
public sealed class FixesController(FailedGroups groups, Previews previews, RunDecisions runs) : AdminController
{
    private const string Here = "/admin/failures/{group}/fix";
    private const int LongestWhy = 300;

    [HttpGet(Here, Name = FailureRoutes.Fix)]
    public async Task<IActionResult> Choose(string group, FixKind? kind, CancellationToken aborted)
    {
        // A mistyped address is no error of a form.
        ModelState.Clear();
        if (await groups.Find(group, aborted) is not { MayFix: true } found)
            return NotFound();
        var chosen = kind is { } one && Enum.IsDefined(one) ? kind : null;
        return View("Fix", await Page(found, Proposal.For(found, chosen), aborted));
    }

    [HttpPost(Here)]
    public async Task<IActionResult> Look(string group, FixForm form, CancellationToken aborted, string before = "")
    {
        if (await groups.Find(group, aborted) is not { MayFix: true } found)
            return NotFound();
        if (!ModelState.IsValid)
            return Unprocessable("Fix", await Page(found, form, aborted));
        return View("Fix", await Previewed(found, form, Guid.TryParse(before, out var last) ? last : null, aborted));
    }

    /// A run: a few leads first, stopped by itself where they fail, and undone from its page.
    [HttpPost(Here + "/apply", Name = FailureRoutes.ApplyFix)]
    public async Task<IActionResult> Apply(string group, FixForm form, bool sends, CancellationToken aborted, string why = "")
    {
        if (await groups.Find(group, aborted) is not { MayFix: true } found)
            return NotFound();
        if (!ModelState.IsValid)
            return Unprocessable("Fix", await Page(found, form, aborted));
        if (why.Length is 0 or > LongestWhy)
        {
            Wrong("why", T["Enter a reason of up to {0} characters", LongestWhy]);
            return Unprocessable("Fix", await Previewed(found, form, null, aborted) with { Why = why });
        }
        var run = await runs.Fix(form.ToFix(), found, why, sends, CurrentUser);
        return Done(RunRoutes.Run, new { run.Id }, T["Fix started."]);
    }

    private async Task<FixPage> Previewed(FailedGroup group, FixForm form, Guid? before, CancellationToken aborted) =>
        await Page(group, form, aborted) with { Preview = await previews.Of(group.Id, form.ToFix(), before, aborted) };

    private async Task<FixPage> Page(FailedGroup group, FixForm form, CancellationToken aborted) =>
        new(group, form, await previews.Keys(group.Id, aborted));
}
