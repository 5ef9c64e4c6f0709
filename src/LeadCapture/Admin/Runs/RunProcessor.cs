using LeadCapture.Admin.Audit;
using LeadCapture.Admin.Leads.NewLeads;
using LeadCapture.Data;
using LeadCapture.Deliveries;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Runs;

/// Works a run, a short step at a time: collects its leads, does something to the next ones, sees what came of those before.
public sealed class RunProcessor(
    LeadDb db, RunMemberCollector collector, RunHold hold, RunActs acts, TakingIn taking, AuditLog audit, TimeProvider clock)
{
    /// No transaction is larger: visitors' leads wait behind it.
    private const int Stretch = 100;

    /// With versions to keep, each lead takes longer.
    private const int CorrectingStretch = 20;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<RunStep> Step(int id, Guid node, CancellationToken stop)
    {
        var found = await db.Runs.AsNoTracking().SingleAsync(run => run.Id == id, stop);
        if (found.State == RunState.Collecting)
            return new(await collector.Step(found, node, stop), Sends: false);
        var worked = await Work(id, node);
        return found.Order.TakesIn() && await taking.Step(id, node) ? new(Moved: true, Sends: true) : worked;
    }

    private Task<RunStep> Work(int id, Guid node) => db.InTransaction(async () =>
    {
        if (await hold.Take(id, node) is not { } run)
            return RunStep.None;
        var before = run.State;
        var settled = await Settle(run);
        run.Judge(Now);
        var begun = run.Room > 0 ? await Begin(run) : 0;
        if (run.State != before)
            audit.NoteItself(run.State == RunState.Stopped ? AuditAction.StoppedRun : AuditAction.EndedRun, "run", id, run.Outcome);
        await db.SaveChangesAsync();
        return new(settled + begun > 0 || run.State != before, Sends: begun > 0 && run.Order.Sends());
    });

    private async Task<int> Settle(Run run)
    {
        var sent = await db.RunLeads.Where(lead => lead.RunId == run.Id && lead.State == RunLeadState.UnderWay).ToListAsync();
        if (sent.Count == 0)
            return 0;
        var ids = sent.ConvertAll(lead => lead.LeadId);
        var standings = await db.Deliveries.Where(delivery => ids.Contains(delivery.LeadId))
            .Where(delivery => delivery.DueAt == null || delivery.Step != DeliveryStep.Contact)
            .Select(delivery => new RunStanding(
                delivery.LeadId, delivery.State, delivery.Step, delivery.DueAt, delivery.AttemptId != null, delivery.FollowUpJson))
            .ToDictionaryAsync(standing => standing.LeadId);
        var settled = 0;
        foreach (var lead in sent)
            if (standings.GetValueOrDefault(lead.LeadId)?.Result(run.Order, Now) is { } result)
            {
                lead.MoveTo(result);
                run.Settled(result);
                settled++;
            }
        return settled;
    }

    /// In their order, as far as there is room: what is skipped takes none.
    private async Task<int> Begin(Run run)
    {
        var next = await db.RunLeads.Where(lead => lead.RunId == run.Id && lead.State == RunLeadState.Pending)
            .OrderBy(lead => lead.Position).Take(run.Order.Corrects() || run.OfRun is not null ? CorrectingStretch : Stretch).ToListAsync();
        if (next.Count == 0)
            return 0;
        var free = await LockForUpdate([.. next.Select(lead => lead.LeadId)]);
        var begun = 0;
        foreach (var lead in next.TakeWhile(_ => run.Room > 0))
        {
            lead.MoveTo(free.TryGetValue(lead.LeadId, out var delivery) ? await acts.Do(run, lead, delivery) : RunLeadState.Skipped);
            run.Begun(lead.State);
            begun++;
        }
        return begun;
    }

    /// As Decisions does it for one: what a worker holds is left alone, and no worker takes the others before this is stored.
    private async Task<Dictionary<Guid, Delivery>> LockForUpdate(IReadOnlyList<Guid> ids)
    {
        await db.Deliveries.Where(delivery => ids.Contains(delivery.LeadId) && delivery.AttemptId == null)
            .ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.Attempts, delivery => delivery.Attempts));
        return await db.Deliveries.Where(delivery => ids.Contains(delivery.LeadId) && delivery.AttemptId == null)
            .ToDictionaryAsync(delivery => delivery.LeadId);
    }
}

/// Whether something has moved, and whether there is something to send now.
public readonly record struct RunStep(bool Moved, bool Sends)
{
    public static readonly RunStep None = new(false, false);
}
