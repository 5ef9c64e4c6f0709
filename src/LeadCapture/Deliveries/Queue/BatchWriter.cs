using LeadCapture.Data;
using LeadCapture.Leads;

namespace LeadCapture.Deliveries.Queue;

/// Writes a batch in one transaction, in plain SQL: this is the path that every lead takes.
internal sealed class BatchWriter(
    Store store, StoreClock time, MachineClock machine, DeliveryClaimer claimer, RetrySchedule schedule, TimeProvider clock)
{
    public int Parallel => store.Parallel;

    public bool IsFaultOfData(Exception fault) => store.IsFaultOfData(fault);

    public bool IsCut(Exception fault) => store.IsCut(fault);

    public async Task<Claims> Write(Batch batch, bool onLiveConnection)
    {
        await time.Keep();
        batch.Began = machine.Start();
        await using var transaction = await (onLiveConnection ? store.Begin() : store.BeginAtOnce());
        var now = clock.GetUtcNow().UtcDateTime;
        var gate = await ReadGate(transaction, batch);
        var before = gate?.State;
        await Record(transaction, batch, gate, now);
        var allowance = await claimer.Allow(transaction, batch, gate, now);
        var taken = Insert(transaction, batch, allowance, now);
        var claims = await claimer.Claim(transaction, batch, allowance, now);
        if (gate is not null && gate.State != before)
            GateRow.Update(transaction, gate);
        await transaction.Commit();
        var begun = Begun(batch, taken, transaction.Counts);
        await Tell(batch, begun, transaction.Counts, batch.CatchUp || allowance.WaitsForSlot);
        foreach (var look in batch.Looks)
            look.SetResult(claims.LookAgain);
        return claims with
        {
            Cut = claims.Cut || GateHasTurned(batch, taken, begun, transaction.Counts),
            Deliveries = [.. begun.OfType<Claimed>(), .. claims.Begun(transaction.Counts)],
            GateTurn = gate is null ? default : new(before!.Value.Reason, gate.Reason),
        };
    }

    /// Read where it decides or may change. Locked where it may change, or where the budget must be exact across nodes.
    private async ValueTask<Gate?> ReadGate(SqlTransaction transaction, Batch batch)
    {
        var mayChange = !claimer.GateWasClean || batch.Recordings.Exists(recording => recording.MayTurnGate);
        if (!mayChange && (batch.Slots == 0 || claimer.GoesPastGate(batch)))
            return null;
        var locked = mayChange || claimer.WasLimited;
        var gate = await GateRow.Read(transaction, locked);
        // Where it turns out to matter, nobody else may move it before we have written.
        return locked || (gate.IsClean && !claimer.Limits(gate)) ? gate : await GateRow.Read(transaction, locked: true);
    }

    /// A new lead is stored on its lease right away where it may be sent at once: that saves the look for what is due.
    private List<Claimed?> Insert(SqlTransaction transaction, Batch batch, SendAllowance allowance, DateTime now)
    {
        var claimed = batch.Acceptances.ConvertAll(acceptance =>
            !batch.CatchUp && acceptance.NewDelivery() is { GoesAtOnce: true } delivery ? claimer.Begin(delivery, allowance, batch, now) : null);
        transaction.Lock(PersonInLine.KeysOf(claimed.OfType<Claimed>().Select(one => one.Delivery)));
        foreach (var (acceptance, begun) in batch.Acceptances.Zip(claimed))
            Insert(transaction, acceptance, begun, allowance.PastGate);
        return claimed;
    }

    private void Insert(SqlTransaction transaction, Acceptance acceptance, Claimed? claimed, bool pastGate)
    {
        LeadRow.Insert(transaction, acceptance.Lead);
        acceptance.Place = claimed switch
        {
            null => DeliveryRow.Insert(transaction, acceptance.NewDelivery()),
            { Delivery: var begun } when pastGate => DeliveryRow.InsertPastGate(transaction, begun, claimer.Configured),
            { Delivery: var begun } => DeliveryRow.InsertIfPersonIsFree(transaction, begun),
        };
        acceptance.AttemptPlace = claimed is null ? null : AttemptRow.Begin(transaction, claimed.Attempt);
    }

    private async ValueTask Record(SqlTransaction transaction, Batch batch, Gate? gate, DateTime now)
    {
        foreach (var recording in batch.Recordings)
        {
            var delivery = recording.Claimed.Delivery;
            recording.Hear(gate);
            recording.Apply(now, schedule, recording.AsksForOthers
                && await AttemptRow.OthersGetThrough(transaction, delivery.LeadId, delivery.UnresolvedSince!.Value));
            gate?.Record(recording.Claimed.Lead.Id, recording.Result, now, schedule);
            recording.Place = DeliveryRow.Update(transaction, delivery, recording.Claimed.Attempt.Id);
            AttemptRow.End(transaction, recording.Claimed.Attempt, recording, now);
        }
    }

    /// Without those whose lead is there already, and those that met a gate that has changed.
    private static List<Claimed?> Begun(Batch batch, List<Claimed?> taken, IReadOnlyList<int> counts) =>
    [
        .. batch.Acceptances.Zip(taken, (acceptance, claimed) =>
            acceptance.AttemptPlace is { } place && counts[place] == 1 ? claimed : null),
    ];

    /// A new lead was not begun although it was taken: whoever comes next looks at the gate.
    private bool GateHasTurned(Batch batch, List<Claimed?> taken, List<Claimed?> begun, IReadOnlyList<int> counts)
    {
        var turned = Enumerable.Range(0, taken.Count)
            .Any(place => begun[place] != taken[place] && counts[batch.Acceptances[place].Place] == 1);
        if (turned)
            claimer.LookAtGate();
        return turned;
    }

    /// Whoever waits for what was written.
    private async Task Tell(Batch batch, List<Claimed?> begun, IReadOnlyList<int> counts, bool underWay)
    {
        var earlier = await Earlier(batch, counts);
        foreach (var (acceptance, claimed) in batch.Acceptances.Zip(begun))
            acceptance.Done.TrySetResult(
                earlier.GetValueOrDefault(acceptance) ?? AcceptedLead.New(acceptance.Lead, acceptance.State, underWay || claimed is not null));
        foreach (var recording in batch.Recordings)
            recording.Done.SetResult(counts[recording.Place] == 1);
    }

    /// The leads that are already there under the same submission id. Where they cannot be read, what is new is there all the same.
    private async ValueTask<Dictionary<Acceptance, AcceptedLead>> Earlier(Batch batch, IReadOnlyList<int> counts)
    {
        Dictionary<Acceptance, AcceptedLead> earlier = [];
        if (!batch.Acceptances.Exists(acceptance => counts[acceptance.Place] == 0))
            return earlier;
        var there = batch.Acceptances.FindAll(acceptance => counts[acceptance.Place] == 0);
        try
        {
            await using var reading = await store.Read();
            foreach (var acceptance in there)
                earlier[acceptance] = await DeliveryRow.FindAccepted(reading, acceptance.Lead);
        }
        catch (Exception fault)
        {
            there.ForEach(acceptance => acceptance.Done.TrySetException(fault));
        }
        return earlier;
    }
}
