using LeadCapture.Data;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Deliveries;

/// A person's hand on the gate. Other nodes see it with their next look, within seconds.
public sealed class GateSwitch(Store store, GateLog log, DeliverySignal signal, TimeProvider clock)
{
    public Task Pause(string detail) => Change((gate, now) => gate.PauseByHand(now, detail));

    public Task Resume() => Change((gate, _) => gate.ResumeByHand());

    /// The key was replaced: try at once.
    public Task TryNow() => Change((gate, now) => gate.ProbeNow(now));

    /// Reply.io asked for it where the call was for no lead.
    public Task Wait(TimeSpan? asked, string detail) => Change((gate, now) => gate.WaitAsAsked(asked, now, detail));

    /// Saves what else the LeadDb holds with it. No claim of any node still goes by the old budget when this is stored.
    public async Task Limit(LeadDb db, int? perMinute, int? perHour)
    {
        await db.InTransaction(async () =>
        {
            await db.LockGate();
            (await db.Gates.SingleAsync()).Limit(perMinute, perHour);
            return await db.SaveChangesAsync();
        });
        signal.Wake();
    }

    private async Task Change(Action<Gate, DateTime> change)
    {
        await using (var transaction = await store.Begin())
        {
            var gate = await GateRow.Read(transaction, locked: true);
            var before = gate.Reason;
            change(gate, clock.GetUtcNow().UtcDateTime);
            GateRow.Update(transaction, gate);
            await transaction.Commit();
            log.Tell(new(before, gate.Reason));
        }
        signal.Wake();
    }
}
