using LeadCapture.Data;

namespace LeadCapture.Deliveries;

/// A person's hand on the gate. Other nodes see it with their next look, within seconds.
public sealed class GateSwitch(Store store, GateLog log, DeliveryWorker worker, TimeProvider clock)
{
    public Task Pause(string detail) => Turn((gate, now) => gate.PauseByHand(now, detail));

    public Task Resume() => Turn((gate, _) => gate.ResumeByHand());

    /// The key was replaced: try at once.
    public Task TryNow() => Turn((gate, now) => gate.ProbeNow(now));

    private async Task Turn(Action<Gate, DateTime> change)
    {
        await using (var session = await store.Begin())
        {
            var gate = await GateRow.Read(session, locked: true);
            var before = gate.Reason;
            change(gate, clock.GetUtcNow().UtcDateTime);
            GateRow.Update(session, gate);
            await session.Commit();
            log.Tell(new(before, gate.Reason));
        }
        worker.Wake();
    }
}
