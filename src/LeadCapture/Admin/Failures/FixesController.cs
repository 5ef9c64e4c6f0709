using Microsoft.AspNetCore.Mvc;

namespace LeadCapture.Admin.Failures;

/// One rule for all leads of a group: chosen, filled in, looked at. It is posted: nothing personal stands in an address.
[Needs(Role.Operator)]
public sealed class FixesController(FailedGroups groups, Previews previews) : AdminController
{
    private const string Here = "/admin/failures/{group}/fix";

    [HttpGet(Here)]
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
        var page = await Page(found, form, aborted);
        if (!Passes(form, new FixForm.Rules()))
            return Unprocessable("Fix", page);
        return View("Fix", page with { Preview = await previews.Of(group, form.ToFix(), Guid.TryParse(before, out var last) ? last : null, aborted) });
    }

    private async Task<FixPage> Page(FailedGroup group, FixForm form, CancellationToken aborted) =>
        new(group, form, await previews.Keys(group.Id, aborted));
}
