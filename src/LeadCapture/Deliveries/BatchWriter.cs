using LeadCapture.Data;
using LeadCapture.ReplyIo;

namespace LeadCapture.Deliveries;

/// Writes a batch in one transaction, in plain SQL: this is the path that every lead takes.
public sealed class BatchWriter(Store store, Claiming claiming, RetrySchedule schedule, TimeProvider clock)
{
    public int Parallel => store.Parallel;

    public async Task<Claims> Write(Batch batch)
    {
        await using var session = await store.Begin();
        var now = clock.GetUtcNow().UtcDateTime;
        var (gate, before, changed) = await GateAfter(session, batch, now);
        foreach (var recording in batch.Recordings)
            Record(session, recording, now);
        foreach (var acceptance in batch.Acceptances)
            Insert(session, acceptance);
        var counts = await session.Flush();
        var earlier = await Earlier(session, batch, counts);
        var claims = await claiming.Claim(session, batch, gate, now);
        if (changed || claims.GateChanged)
            GateRow.Update(session, gate);
        await session.Flush();
        await session.Commit();
        Tell(batch, counts, earlier, claims.LookAgain);
        return new(claims.Deliveries, claims.Cut, claims.LookAgain, new(before, gate.Reason, gate.Detail));
    }

    /// The row is locked where it may change, or where the budget must be exact across nodes.
    private bool Locked(Batch batch) =>
        (claiming.HasBudget && batch.Slots > 0) || batch.Recordings.Exists(recording => recording.Answer.Outcome != Outcome.Accepted)
        || !claiming.GateWasOpen;

    private async ValueTask<(Gate Gate, GateReason Before, bool Changed)> GateAfter(Session session, Batch batch, DateTime now)
    {
        for (var locked = Locked(batch); ; locked = true)
        {
            var gate = await GateRow.Read(session, locked);
            var before = gate.Reason;
            var changed = batch.Recordings.Aggregate(
                false, (any, recording) => gate.Record(recording.Claimed.Lead.Id, recording.Answer, now, schedule) || any);
            changed |= gate.Pass(now);
            // Where it turns out to matter, nobody else may move it before we have written.
            if (locked || (!changed && gate.IsOpen))
                return (gate, before, changed);
        }
    }

    private void Record(Session session, Recording recording, DateTime now)
    {
        recording.Apply(now, schedule);
        DeliveryRow.Update(session, recording.Claimed.Delivery, recording.Claimed.Attempt.Id);
        AttemptRow.End(session, recording.Claimed.Attempt, recording, now);
    }

    private static void Insert(Session session, Acceptance acceptance)
    {
        LeadRow.Insert(session, acceptance.Lead);
        DeliveryRow.Insert(session, Delivery.Of(acceptance.Lead));
    }

    /// The leads that are already there under the same submission id, by their place in the batch.
    private static async Task<Dictionary<Acceptance, Accepted>> Earlier(Session session, Batch batch, IReadOnlyList<int> counts)
    {
        Dictionary<Acceptance, Accepted> earlier = [];
        for (var i = 0; i < batch.Acceptances.Count; i++)
            if (counts[PlaceOf(batch, i)] == 0)
                earlier[batch.Acceptances[i]] = await LeadRow.Find(session, batch.Acceptances[i].Lead);
        return earlier;
    }

    private static int PlaceOf(Batch batch, int acceptance) => (2 * batch.Recordings.Count) + (2 * acceptance);

    private static void Tell(Batch batch, IReadOnlyList<int> counts, Dictionary<Acceptance, Accepted> earlier, DateTime lookAgain)
    {
        for (var i = 0; i < batch.Recordings.Count; i++)
            batch.Recordings[i].Done.SetResult(counts[2 * i] == 1);
        foreach (var acceptance in batch.Acceptances)
            acceptance.Done.SetResult(earlier.TryGetValue(acceptance, out var stored)
                ? stored
                : new(acceptance.Lead.Id, acceptance.Lead.Receipt, acceptance.Lead.Answers, IsNew: true));
        foreach (var look in batch.Looks)
            look.SetResult(lookAgain);
    }
}
