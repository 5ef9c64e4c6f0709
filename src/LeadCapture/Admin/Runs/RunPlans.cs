using LeadCapture.Admin.Leads;
using LeadCapture.Admin.Settings;
using LeadCapture.Catalogue;
using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.Settings;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Runs;

/// Finds out what a run would do.
public sealed class RunPlans(LeadDb db, LeadList list, ReplyIoKey key, RunPace pace, ReplyIoCatalogue catalogue)
{
    public async Task<RunPlan> Of(RunOrder order, RunRequest request, LeadFilter filter, CancellationToken aborted)
    {
        filter = filter.Sane(await list.Forms()) with { Before = null, Order = default };
        var count = request.All ? await list.Count(filter, aborted) : await list.Count(request.Picked, aborted);
        var gate = await db.Gates.AsNoTracking().SingleAsync(aborted);
        return new(order, request, filter, count)
        {
            Key = key.State,
            Pace = await pace.Now(gate),
            Gate = gate,
            Known = order == RunOrder.Enroll ? (await catalogue.Get()).Content : new(),
        };
    }
}

/// How fast leads may go at this moment.
public sealed class RunPace(Figures figures, ReplyOptions options)
{
    public async Task<Pace> Now(Gate gate) => new(BudgetLimits.Of(gate, options), await figures.BudgetLeft());
}
