using LeadCapture.Admin.Leads;
using LeadCapture.Settings;
using Microsoft.AspNetCore.Mvc;
using static LeadCapture.Admin.Runs.RunText;

namespace LeadCapture.Admin.Runs;

/// What is done to many leads at once: planned, started, watched.
[Needs(Role.Viewer)]
public sealed class RunsController(RunPages pages, RunPlans plans, RunDecisions decisions) : AdminController
{
    private const int LongestReason = 500;

    [HttpGet("/admin/runs", Name = RunRoutes.List)]
    public async Task<IActionResult> Index(int? before, CancellationToken aborted)
    {
        ModelState.Clear();
        return View("Index", await pages.List(before, aborted));
    }

    /// Posted by the list of leads; nothing happens yet.
    [HttpPost("/admin/runs/new", Name = RunRoutes.New)]
    [Needs(Role.Operator)]
    public async Task<IActionResult> New(RunRequest request, LeadFilter filter, CancellationToken aborted)
    {
        ModelState.Clear();
        if (await Plan(request, filter, aborted) is not { } plan)
            return To(LeadRoutes.List);
        return plan.Fitting > 0 ? View("New", plan) : Nothing(plan);
    }

    [HttpPost("/admin/runs")]
    [Needs(Role.Operator)]
    public async Task<IActionResult> Create(RunRequest request, LeadFilter filter, CancellationToken aborted)
    {
        ModelState.Clear();
        if (await Plan(request, filter, aborted) is not { } plan)
            return To(LeadRoutes.List);
        if (plan.Fitting == 0)
            return Nothing(plan);
        if (plan.Order == RunOrder.Discard && request.Reason.Length is 0 or > LongestReason)
            Wrong("reason", T["Enter a reason of up to {0} characters", LongestReason]);
        if (plan.OnlyDelivered && !request.Agreed)
            Wrong("agreed", T["Check the box to resubmit leads that were delivered"]);
        if (plan.Order == RunOrder.Enroll && plan.SequenceId is null)
            Wrong("sequence", plan.Sequences.Count > 0 ? T["Choose a sequence"] : T["Enter the number of the sequence"]);
        if (!ModelState.IsValid)
            return Unprocessable("New", plan);
        var run = await decisions.Start(plan, CurrentUser);
        return Done(RunRoutes.Run, new { run.Id }, T["Bulk action started."]);
    }

    [HttpGet("/admin/runs/{id}", Name = RunRoutes.Run)]
    public async Task<IActionResult> Show(int id, CancellationToken aborted) =>
        await pages.Of(id, aborted) is { } page ? View("Show", page) : NotFound();

    [HttpGet("/admin/runs/{id}/leads", Name = RunRoutes.Leads)]
    public async Task<IActionResult> Leads(int id, RunLeadState? state, int after, CancellationToken aborted)
    {
        ModelState.Clear();
        return await pages.LeadsOf(id, state, after, aborted) is { } page ? View("Leads", page) : NotFound();
    }

    private async Task<RunPlan?> Plan(RunRequest request, LeadFilter filter, CancellationToken aborted) =>
        request.Order is { } order && RunOrders.Picked.Contains(order) ? await plans.Of(order, request, filter, aborted) : null;

    private ViewResult Nothing(RunPlan plan)
    {
        Wrong("", plan.Count.All == 0 && !plan.Request.All
            ? T["Select leads, or all that match the filter"]
            : plan.Order.ForNone());
        return Unprocessable("New", plan);
    }
}
