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
        var gate = await GateRow.Read(session, Locked(batch));
        var changed = Record(session, batch, gate, now);
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
        return new(claims.Deliveries, claims.Cut, claims.LookAgain);
    }

    /// The row is locked where it may change, or where the budget must be exact across nodes.
    private bool Locked(Batch batch) =>
        (claiming.HasBudget && batch.Slots > 0) || batch.Recordings.Exists(recording => recording.Answer.Outcome != Outcome.Accepted)
        || !claiming.GateWasOpen;

    private bool Record(Session session, Batch batch, Gate gate, DateTime now)
    {
        var changed = false;
        foreach (var recording in batch.Recordings)
        {
            var (delivery, lead, attempt) = recording.Claimed;
            delivery.Record(recording.Answer, now, schedule);
            changed |= gate.Record(lead.Id, recording.Answer, now, schedule);
            DeliveryRow.Update(session, delivery, attempt.Id);
            AttemptRow.End(session, attempt, recording, now);
        }
        return changed;
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
