using LeadCapture.Admin.Audit;
using LeadCapture.Data;
using LeadCapture.Leads;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Runs;

/// What a person decides about a run: stored together with its note in the audit.
public sealed class RunDecisions(LeadDb db, AuditLog audit, RunWorker worker, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<Run> Start(RunPlan plan, Me by)
    {
        var (request, now) = (plan.Request, Now);
        var run = new Run
        {
            Order = plan.Order,
            OrderedAt = now,
            UserId = by.Id,
            Who = $"{by.Name} <{by.Email}>",
            Filter = request.All ? plan.Filter.Query() : null,
            Reason = plan.Order == RunOrder.Discard ? request.Reason : "",
            Agreed = plan.AsksForDelivered && request.Agreed,
        };
        await db.Together(async () =>
        {
            db.Runs.Add(run);
            if (request.All)
                // Ids begin with their millisecond: those of this one are there already.
                run.CollectBefore(LeadId.From(now.AddMilliseconds(1)));
            await db.SaveChangesAsync();
            if (!request.All)
                Pick(run, request.Picked);
            var which = run.Filter is null ? "picked" : "filter " + run.Filter;
            audit.Note(Act.OrderedRun, "run", run.Id, $"{plan.Order.Words()}: {plan.HowMany(plan.Fitting)}, {which}");
            return await db.SaveChangesAsync();
        });
        worker.Wake();
        return run;
    }

    public Task<bool> Pause(int id) => Decide(id, run => run.State.IsActive(), run => run.Pause(), Act.PausedRun);

    public Task<bool> GoOn(int id) => Decide(
        id, run => run.State is RunState.Paused or RunState.Stopped, run => run.GoOn(), Act.ContinuedRun);

    public Task<bool> Cancel(int id) => Decide(id, run => !run.State.IsOver(), run => run.Cancel(Now), Act.CancelledRun);

    private void Pick(Run run, IReadOnlyList<Guid> leads)
    {
        foreach (var (place, lead) in leads.Index())
            db.RunLeads.Add(new() { RunId = run.Id, Place = place + 1, LeadId = lead });
        run.Collected(leads.Count, null);
    }

    /// Stands before the worker's own step, or behind it.
    private async Task<bool> Decide(int id, Func<Run, bool> fits, Action<Run> change, string act)
    {
        var done = await db.Together(async () =>
        {
            await db.Runs.Where(run => run.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(run => run.Members, run => run.Members));
            if (await db.Runs.SingleOrDefaultAsync(run => run.Id == id) is not { } run || !fits(run))
                return false;
            change(run);
            audit.Note(act, "run", id, run.Outcome);
            await db.SaveChangesAsync();
            return true;
        });
        worker.Wake();
        return done;
    }
}
