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
        var gate = await ReadGate(session, batch);
        var before = gate?.State;
        Record(session, batch, gate, now);
        var allowance = await claiming.Allow(session, batch, gate, now);
        var taken = batch.Acceptances.ConvertAll(acceptance => Insert(session, acceptance, batch, allowance, now));
        var counts = await session.Flush();
        var earlier = await Earlier(session, batch, counts);
        var claims = await claiming.Claim(session, batch, allowance, now);
        if (gate is not null && gate.State != before)
            GateRow.Update(session, gate);
        await session.Flush();
        await session.Commit();
        Tell(batch, counts, claims.LookAgain);
        var underWay = batch.CatchUp || allowance.SlotsUsedUp;
        for (var i = 0; i < taken.Count; i++)
            Tell(batch.Acceptances[i], earlier.GetValueOrDefault(batch.Acceptances[i]), underWay || taken[i] is not null);
        return claims with
        {
            Deliveries = [.. NewlyTaken(batch, taken, earlier), .. claims.Deliveries],
            Turned = gate is not null && gate.State.Reason != before?.Reason ? gate : null,
        };
    }

    /// Read where it decides or may change; locked where it may change, or where the budget must be exact across nodes.
    private async ValueTask<Gate?> ReadGate(Session session, Batch batch)
    {
        var mayChange = !claiming.GateWasOpen || batch.Recordings.Exists(recording => recording.Answer is not { Outcome: Outcome.Accepted, RetryAfter: null });
        return mayChange || batch.Slots > 0
            ? await GateRow.Read(session, locked: mayChange || claiming.HasBudget)
            : null;
    }

    private void Record(Session session, Batch batch, Gate? gate, DateTime now)
    {
        foreach (var recording in batch.Recordings)
        {
            var (delivery, lead, attempt) = recording.Claimed;
            recording.Apply(now, schedule);
            gate?.Record(lead.Id, recording.Answer, now, schedule);
            DeliveryRow.Update(session, delivery, attempt.Id);
            AttemptRow.End(session, attempt, recording, now);
        }
        if (gate is null && batch.Recordings.Count > 0)
            GateRow.EndFailures(session);
    }

    /// A new lead is stored on its lease right away where it may be sent at once: that saves the look for what is due.
    private Claimed? Insert(Session session, Acceptance acceptance, Batch batch, Allowance allowance, DateTime now)
    {
        var delivery = Delivery.Of(acceptance.Lead);
        var claimed = batch.CatchUp ? null : claiming.Begin(delivery, allowance, now);
        LeadRow.Insert(session, acceptance.Lead);
        var place = DeliveryRow.Insert(session, delivery);
        if (claimed is not null)
            AttemptRow.Begin(session, claimed.Attempt);
        acceptance.Place = place;
        return claimed;
    }

    /// The leads that are already there under the same submission id.
    private static async ValueTask<Dictionary<Acceptance, Accepted>> Earlier(Session session, Batch batch, IReadOnlyList<int> counts)
    {
        Dictionary<Acceptance, Accepted> earlier = [];
        foreach (var acceptance in batch.Acceptances.Where(acceptance => counts[acceptance.Place] == 0))
            earlier[acceptance] = await LeadRow.Find(session, acceptance.Lead);
        return earlier;
    }

    private static IEnumerable<Claimed> NewlyTaken(Batch batch, List<Claimed?> taken, Dictionary<Acceptance, Accepted> earlier)
    {
        for (var i = 0; i < taken.Count; i++)
            if (taken[i] is { } claimed && !earlier.ContainsKey(batch.Acceptances[i]))
                yield return claimed;
    }

    private static void Tell(Acceptance acceptance, Accepted? earlier, bool underWay)
    {
        var lead = acceptance.Lead;
        acceptance.Done.SetResult(earlier ?? new(lead.Id, lead.Receipt, lead.Answers, IsNew: true, underWay));
    }

    private static void Tell(Batch batch, IReadOnlyList<int> counts, DateTime lookAgain)
    {
        for (var i = 0; i < batch.Recordings.Count; i++)
            batch.Recordings[i].Done.SetResult(counts[2 * i] == 1);
        foreach (var look in batch.Looks)
            look.SetResult(lookAgain);
    }
}
