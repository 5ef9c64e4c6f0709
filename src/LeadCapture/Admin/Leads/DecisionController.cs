using LeadCapture.Web;
using Microsoft.AspNetCore.Mvc;

namespace LeadCapture.Admin.Leads;

/// Carries out what a person decides on the page of a lead, and shows the page again.
public abstract class DecisionController(LeadPages pages) : AdminController
{
    /// The lead, beside its neighbors in the list that somebody came from; null: there is none.
    protected Task<LeadPage?> Shown(Guid id, CancellationToken aborted) => pages.Of(id, LeadFilter.Of(Request), aborted);

    /// Sentence: what is told where it was done.
    protected async Task<IActionResult> After(Guid id, DecisionResult verdict, string sentence, CancellationToken aborted)
    {
        if (verdict == DecisionResult.Done)
            return Done(new RouteLink(LeadRoutes.Lead, new { id }, LeadFilter.Of(Request).Query()), sentence);
        if (await Shown(id, aborted) is not { } page)
            return NotFound();
        Wrong("", verdict.Words());
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Show", page);
    }
}
