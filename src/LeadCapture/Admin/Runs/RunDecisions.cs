using LeadCapture.Admin.Audit;
using LeadCapture.Admin.Failures;
using LeadCapture.Admin.Leads;
using LeadCapture.Admin.Leads.Import;
using LeadCapture.Admin.Leads.NewLeads;
using LeadCapture.Data;
using LeadCapture.Leads;
using Microsoft.EntityFrameworkCore;
using LeadCapture.Localization;

namespace LeadCapture.Admin.Runs;

/// What a person decides about a run: stored together with its note in the audit.
public sealed class RunDecisions(LeadDb db, AuditLog audit, RunWorker worker, TimeProvider clock)
{
    /// Stands before the reason in the history of a lead.
    public const string ByFile = "file: ";

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<Run> Start(RunPlan plan, CurrentUser by)
    {
        var request = plan.Request;
        var run = new Run
        {
            Order = plan.Order,
            OrderedAt = Now,
            UserId = by.Id,
            Who = by.Who,
            Filter = request.All ? plan.Filter.Query() : null,
            Reason = plan.Order == RunOrder.Discard ? request.Reason : "",
            Agreed = plan.AsksForDelivered && request.Agreed,
            SequenceId = plan.Order == RunOrder.Enroll ? plan.SequenceId : null,
        };
        var which = (run.Filter is null ? "picked" : "filter " + run.Filter)
            + (run.SequenceId is { } sequence ? $", sequence {sequence.ToString(InvariantCulture)}" : "");
        return await Store(run, request.All ? null : request.Picked, English.Of(() => $"{plan.HowMany(plan.Fitting)}, {which}"));
    }

    /// One rule for all leads of a group; sends them, or only corrects them.
    public Task<Run> Fix(Fix fix, FailedGroup group, string why, bool sends, CurrentUser by) => Store(
        new()
        {
            Order = sends ? RunOrder.Fix : RunOrder.Correct,
            OrderedAt = Now,
            UserId = by.Id,
            Who = by.Who,
            Filter = new LeadFilter { Group = group.Id }.Query(),
            Fix = fix.ToJson(),
            Reason = English.Of(() => $"{fix.Sentence}: {why}"),
        },
        null, English.Of(() => $"{RunPlan.LeadsOf(group.Count)}, fix “{fix.Kind}”, group {group.Id}"));

    /// The lines of a file; sends what needs attention, or only corrects. Somebody who pressed twice ends with what the first press did.
    public async Task<int> Import(LeadImport import, string why, bool sends, CurrentUser by)
    {
        var run = new Run
        {
            Order = sends ? RunOrder.Import : RunOrder.ImportOnly,
            OrderedAt = Now,
            UserId = by.Id,
            Who = by.Who,
            Reason = ByFile + why,
        };
        return await Import(import, run, "a file");
    }

    /// The lines of a file as new leads of a form.
    public Task<int> TakeIn(LeadImport import, string form, CurrentUser by) => Import(
        import,
        new() { Order = RunOrder.NewLeads, OrderedAt = Now, UserId = by.Id, Who = by.Who },
        $"a file, form {form}");

    private async Task<int> Import(LeadImport import, Run run, string said)
    {
        var file = db.LeadImports.Where(one => one.Id == import.Id);
        var id = await db.InTransaction(async () =>
        {
            var waits = await file.Where(one => one.RunId == null)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.ExpiresAt, Now + LeadImport.KeptForRun));
            if (waits == 0)
                return await file.Select(one => one.RunId!.Value).SingleAsync();
            await Add(run, null, said);
            await file.ExecuteUpdateAsync(set => set.SetProperty(one => one.RunId, run.Id));
            return run.Id;
        });
        worker.Wake();
        return id;
    }

    /// Null where the run is not over yet, and where it did nothing that can be taken back.
    public async Task<Run?> Undo(int id, CurrentUser by)
    {
        if (await db.Runs.AsNoTracking().SingleOrDefaultAsync(run => run.Id == id) is not { } run
            || !run.State.IsOver() || !(run.Order.Corrects() || run is { Order: RunOrder.Enroll, UnderWay: 0 }))
            return null;
        var corrects = run.Order.Corrects();
        return await Store(
            new()
            {
                Order = corrects ? RunOrder.Undo : RunOrder.Unenroll,
                OrderedAt = Now,
                UserId = by.Id,
                Who = by.Who,
                OfRun = id,
                SequenceId = run.SequenceId,
                Reason = $"Bulk action {id} undone",
            },
            null, corrects ? $"corrected by bulk action {id}" : $"enrolled by bulk action {id}");
    }

    public Task<bool> Pause(int id) => Decide(id, run => run.State.IsActive(), run => run.Pause(), AuditAction.PausedRun);

    public Task<bool> GoOn(int id) => Decide(
        id, run => run.State is RunState.Paused or RunState.Stopped, run => run.GoOn(), AuditAction.ContinuedRun);

    public Task<bool> Cancel(int id) => Decide(id, run => !run.State.IsOver(), run => run.Cancel(Now), AuditAction.CancelledRun, () => Forget(id));

    private async Task<Run> Store(Run run, IReadOnlyList<Guid>? picked, string said)
    {
        await db.InTransaction(() => Add(run, picked, said));
        worker.Wake();
        return run;
    }

    /// Picked: null where its leads are still to be collected.
    private async Task<int> Add(Run run, IReadOnlyList<Guid>? picked, string said)
    {
        db.Runs.Add(run);
        if (picked is null)
            // Ids begin with their millisecond: those of this one are there already.
            run.CollectBefore(LeadId.From(run.OrderedAt.AddMilliseconds(1)));
        await db.SaveChangesAsync();
        if (picked is not null)
            Pick(run, picked);
        audit.Note(AuditAction.OrderedRun, "run", run.Id, English.Of(() => $"{run.Order.Words()}: {said}"));
        return await db.SaveChangesAsync();
    }

    private void Pick(Run run, IReadOnlyList<Guid> leads)
    {
        foreach (var (place, lead) in leads.Index())
            db.RunLeads.Add(new() { RunId = run.Id, Position = place + 1, LeadId = lead });
        run.Collected(leads.Count, null);
    }

    /// Stands before the worker's own step, or behind it.
    private async Task<bool> Decide(int id, Func<Run, bool> fits, Action<Run> change, string act, Func<Task>? also = null)
    {
        var done = await db.InTransaction(async () =>
        {
            await db.Runs.Where(run => run.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(run => run.Members, run => run.Members));
            if (await db.Runs.SingleOrDefaultAsync(run => run.Id == id) is not { } run || !fits(run))
                return false;
            change(run);
            audit.Note(act, "run", id, run.Outcome);
            await db.SaveChangesAsync();
            if (also is not null)
                await also();
            return true;
        });
        worker.Wake();
        return done;
    }

    /// What leads were to say by a file is not kept for nothing.
    private async Task Forget(int id)
    {
        await db.LeadImports.Where(import => import.RunId == id && import.NotTaken == null).ExecuteDeleteAsync();
        await db.NewLeadLines.Where(line => line.RunId == id).ExecuteDeleteAsync();
        await db.RunLeads.Where(lead => lead.RunId == id && lead.AnswersJson != null)
            .ExecuteUpdateAsync(set => set.SetProperty(lead => lead.AnswersJson, (string?)null));
    }
}
