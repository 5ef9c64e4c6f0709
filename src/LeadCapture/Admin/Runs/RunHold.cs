using LeadCapture.Data;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Runs;

/// Makes sure that one node at a time works a run.
public sealed class RunHold(LeadDb db, TimeProvider clock)
{
    /// Taken anew with every step; a node that dies leaves the run to another one soon.
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);

    /// Null where another node works it. Until the end of the transaction nobody else changes it.
    public async Task<Run?> Take(int id, Guid node)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var mine = await db.Runs.Where(run => run.Id == id && (run.Worker == null || run.Worker == node || run.WorkedUntil < now))
            .ExecuteUpdateAsync(set => set.SetProperty(run => run.Worker, node).SetProperty(run => run.WorkedUntil, now + Lease));
        return mine == 0 ? null : await db.Runs.SingleAsync(run => run.Id == id);
    }
}
