using LeadCapture.Admin.Leads.Import;
using LeadCapture.Admin.Leads.NewLeads;
using LeadCapture.Admin.Leads;
using LeadCapture.Data;
using LeadCapture.Deliveries;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Runs;

/// Finds the leads of a run: those of its filter, those that another run corrected, those of a file. Read outside of transactions.
public sealed class RunMemberCollector(LeadDb db, LeadList list, ImportReading file, NewLeadReading newLeads, RunHold hold)
{
    /// No transaction is larger: visitors' leads wait behind it.
    private const int Pieces = 250;

    /// Whether it got on: not where the run is not to be collected any more, or by another node.
    public async Task<bool> Step(Run seen, Guid node, CancellationToken stop) =>
        seen.Order.TakesIn() ? await ReadNew(seen, node, stop)
        : seen.Order.Imports() ? await Read(seen, node, stop)
        : await Search(seen, node, stop);

    /// What does not fit the order does not join.
    private async Task<bool> Search(Run seen, Guid node, CancellationToken stop)
    {
        var (leads, rest) = seen.OfRun is { } undone
            ? seen.Order == RunOrder.Unenroll
                ? await Enrolled(undone, seen.Cursor!.Value, stop)
                : await list.Corrected(undone, seen.Cursor!.Value, stop)
            : await list.Stretch(LeadFilter.Parse(seen.Filter!) with { Before = seen.Cursor }, stop);
        RunMember[] fitting = [.. leads.Where(lead => seen.Order.Fits(lead.State, seen.Agreed)).Select(lead => new RunMember(lead.Id))];
        var from = seen.Cursor!.Value;
        foreach (var piece in fitting.Chunk(Pieces).SkipLast(1))
            if (!await Join(seen.Id, node, piece, from, from = piece[^1].LeadId))
                return false;
        return await Join(seen.Id, node, fitting.Chunk(Pieces).LastOrDefault([]), from, rest);
    }

    /// By another run.
    private async Task<LeadStretch> Enrolled(int run, Guid before, CancellationToken stop)
    {
        var found = await db.RunLeads.AsNoTracking()
            .Where(lead => lead.RunId == run && lead.State == RunLeadState.Done && lead.LeadId < before)
            .OrderByDescending(lead => lead.LeadId).Select(lead => lead.LeadId).Take(LeadList.Reach).ToListAsync(stop);
        return new([.. found.Select(lead => (lead, DeliveryState.Delivered))], found.Count == LeadList.Reach ? found[^1] : null);
    }

    /// Always the whole file, of which what has joined before is left out: whether a lead stands in it twice no part can tell.
    private async Task<bool> Read(Run seen, Guid node, CancellationToken stop)
    {
        var from = seen.Cursor!.Value;
        if (!await Join(seen.Id, node, [], from, from))
            return false;
        await foreach (var piece in file.Members(seen.Id, Pieces, stop))
            if (!await Join(seen.Id, node, piece, from, from))
                return false;
        return await Change(seen.Id, node, from, file.Finish);
    }

    /// Always the whole file, of which what was read before is left out.
    private async Task<bool> ReadNew(Run seen, Guid node, CancellationToken stop)
    {
        var from = seen.Cursor!.Value;
        if (!await Change(seen.Id, node, from, _ => Task.CompletedTask))
            return false;
        await foreach (var piece in newLeads.Lines(seen.Id, Pieces, stop))
            if (!await Change(seen.Id, node, from, run => newLeads.Keep(run, piece)))
                return false;
        return await Change(seen.Id, node, from, newLeads.Finish);
    }

    private Task<bool> Join(int id, Guid node, RunMember[] members, Guid from, Guid? to) => Change(id, node, from, run =>
    {
        var place = run.Members;
        foreach (var (lead, answers, corrections) in members)
            db.RunLeads.Add(new() { RunId = id, Position = ++place, LeadId = lead, AnswersJson = answers, Corrections = corrections });
        run.Collected(members.Length, to);
        return Task.CompletedTask;
    });

    private async Task<bool> Change(int id, Guid node, Guid from, Func<Run, Task> change)
    {
        db.ChangeTracker.Clear();
        return await db.InTransaction(async () =>
        {
            if (await hold.Take(id, node) is not { State: RunState.Collecting } run || run.Cursor != from)
                return false;
            await change(run);
            await db.SaveChangesAsync();
            return true;
        });
    }
}

/// A lead that joins a run, and what it is to say where that comes from a file.
public readonly record struct RunMember(Guid LeadId, string? AnswersJson = null, int? Corrections = null);
