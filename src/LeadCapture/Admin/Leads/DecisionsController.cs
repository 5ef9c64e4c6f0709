using LeadCapture.Deliveries;
using LeadCapture.Settings;
using Microsoft.AspNetCore.Mvc;

namespace LeadCapture.Admin.Leads;

/// Send it again, put it away, take it back.
[Needs(Role.Operator)]
public sealed class DecisionsController(Decisions decisions, LeadPages pages) : AdminController
{
    private const string Here = "/admin/leads/{id:guid}/";
    private const int LongestReason = 500;

    [HttpPost(Here + "resubmit")]
    public async Task<IActionResult> Resubmit(Guid id, int attempts, bool agreed, CancellationToken aborted)
    {
        if (await pages.Of(id, aborted) is not { } page)
            return NotFound();
        if (page.Delivery.State == DeliveryState.Delivered && !agreed && page.Delivery.Attempts == attempts)
            return Refused(page, "agreed", "Tick the box if you want to send a lead that was delivered");
        return await After(id, await decisions.Resubmit(id, attempts), "It is on its way to Reply.io.", aborted);
    }

    [HttpPost(Here + "discard")]
    public async Task<IActionResult> Discard(Guid id, int attempts, CancellationToken aborted, string reason = "")
    {
        if (await pages.Of(id, aborted) is not { } page)
            return NotFound();
        if (reason.Length is 0 or > LongestReason)
            return Refused(page, "reason", $"Say in at most {LongestReason} characters why it is discarded");
        return await After(id, await decisions.Discard(id, attempts, reason), "It is discarded. It can be restored.", aborted);
    }

    [HttpPost(Here + "restore")]
    public async Task<IActionResult> Restore(Guid id, int attempts, CancellationToken aborted) =>
        await After(id, await decisions.Restore(id, attempts), "It is restored. Decide whether it is sent.", aborted);

    [HttpPost(Here + "release")]
    public async Task<IActionResult> Release(Guid id, int attempts, CancellationToken aborted) =>
        await After(id, await decisions.Release(id, attempts), "It is released, and on its way to Reply.io.", aborted);

    private async Task<IActionResult> After(Guid id, DecisionResult verdict, string sentence, CancellationToken aborted)
    {
        if (verdict == DecisionResult.Done)
            return Done("/admin/leads/" + id, sentence);
        if (await pages.Of(id, aborted) is not { } page)
            return NotFound();
        Wrong("", verdict == DecisionResult.UnderWay
            ? "This lead is being sent at this moment. Nothing was changed. Look at what came of it, then decide."
            : "This lead has changed since you opened it. Nothing was done. Here it is as it stands now.");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Show", page);
    }

    private ViewResult Refused(LeadPage page, string input, string message)
    {
        Wrong(input, message);
        return Unprocessable("Show", page);
    }
}
