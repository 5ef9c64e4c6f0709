using LeadCapture.Deliveries;
using LeadCapture.Settings;
using Microsoft.AspNetCore.Mvc;
using static LeadCapture.Admin.Leads.LeadText;

namespace LeadCapture.Admin.Leads;

/// Send it again, put it away, take it back.
[Needs(Role.Operator)]
public sealed class DecisionsController(Decisions decisions, LeadPages pages) : DecisionController(pages)
{
    private const string Here = "/admin/leads/{id:guid}/";
    private const int LongestReason = 500;

    [HttpPost(Here + "resubmit", Name = LeadRoutes.Resubmit)]
    public async Task<IActionResult> Resubmit(Guid id, int attempts, bool agreed, CancellationToken aborted)
    {
        if (await Shown(id, aborted) is not { } page)
            return NotFound();
        if (page.Delivery.State == DeliveryState.Delivered && !agreed && page.Delivery.Attempts == attempts)
            return Refused(page, "agreed", T["Check the box to resubmit a lead that was delivered"]);
        return await After(id, await decisions.Resubmit(id, attempts), T["Lead queued for sending."], aborted);
    }

    [HttpPost(Here + "discard", Name = LeadRoutes.Discard)]
    public async Task<IActionResult> Discard(Guid id, int attempts, CancellationToken aborted, string reason = "")
    {
        if (await Shown(id, aborted) is not { } page)
            return NotFound();
        if (reason.Length is 0 or > LongestReason)
            return Refused(page, "reason", T["Enter a reason of up to {0} characters", LongestReason]);
        return await After(id, await decisions.Discard(id, attempts, reason), T["Lead discarded. It can be restored."], aborted);
    }

    [HttpPost(Here + "restore", Name = LeadRoutes.Restore)]
    public async Task<IActionResult> Restore(Guid id, int attempts, CancellationToken aborted) =>
        await After(id, await decisions.Restore(id, attempts), T["Lead restored. Resubmit or discard it."], aborted);

    [HttpPost(Here + "release", Name = LeadRoutes.Release)]
    public async Task<IActionResult> Release(Guid id, int attempts, CancellationToken aborted) =>
        await After(id, await decisions.Release(id, attempts), T["Lead released and queued for sending."], aborted);

    private ViewResult Refused(LeadPage page, string input, string message)
    {
        Wrong(input, message);
        return Unprocessable("Show", page);
    }
}
