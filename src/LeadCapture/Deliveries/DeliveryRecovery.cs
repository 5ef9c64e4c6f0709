using LeadCapture.Data;
using LeadCapture.Deliveries.Queue;

namespace LeadCapture.Deliveries;

/// Takes up, at a start, what the last process left.
internal sealed class DeliveryRecovery(Store store, StoreClock time, OverdueTimes overdue, TimeProvider clock)
{
    /// A paused gate tries at once; where this process is the only one, the leases of the last one are void.
    public async Task TakeUp()
    {
        await time.Keep();
        await using var transaction = await store.Begin();
        var now = clock.GetUtcNow().UtcDateTime;
        var gate = await GateRow.Read(transaction, locked: true);
        gate.ProbeNow(now);
        GateRow.Update(transaction, gate);
        if (!store.IsShared)
        {
            AttemptRow.LoseAll(transaction, now);
            DeliveryRow.LoseAll(transaction, now);
        }
        await overdue.ShortenIn(transaction, now);
        if (!store.IsShared)
            overdue.WaitAnewIn(transaction, now);
        await transaction.Commit();
    }
}
