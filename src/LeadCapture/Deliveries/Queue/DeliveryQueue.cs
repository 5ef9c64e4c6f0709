using System.Diagnostics;
using LeadCapture.Data;
using LeadCapture.Leads;
using LeadCapture.ReplyIo;

namespace LeadCapture.Deliveries.Queue;

/// The queue of leads that are to be sent, in the database. A lead is put in (Enqueue), what is due is taken out on a lease
/// (ClaimDue, and Enqueue itself where it may go at once), and what came of it is written down (Complete). Nothing else writes on
/// a lead's way.
///
/// Calls that arrive together share one transaction, and so one wait for the disk: the first caller becomes the writer, takes all
/// that waits as one batch, and whoever comes meanwhile waits for the next batch. A single call goes straight through in its
/// caller's thread. Where a transaction is held up, by a lock or on a slow way to the database, whoever comes next writes beside it,
/// as far as the store allows. BatchWriter writes a batch: outcomes first, so that what they free can be claimed; then new leads; then claims.
/// A batch that fails is written again one by one, so that a bad write never spoils the others.
public sealed class DeliveryQueue
{
    /// Transactions on their way to a database nearby are done by then. Many small ones would each cost as much as one large one.
    private static readonly TimeSpan HeldUp = TimeSpan.FromMilliseconds(20);

    private readonly BatchWriter writer;
    private readonly CallSlots slots;
    private readonly GateLog log;
    private readonly StoreMark mark;
    private readonly Lazy<Dispatcher> dispatcher;
    private readonly DeliverySignal signal;
    private readonly Lock door = new();
    private Batch waiting = new();
    private readonly List<Batch> writing = [];
    private int moreDue;

    internal DeliveryQueue(
        BatchWriter writer, CallSlots slots, GateLog log, StoreMark mark, Lazy<Dispatcher> dispatcher, DeliverySignal signal) =>
        (this.writer, this.slots, this.log, this.mark, this.dispatcher, this.signal) = (writer, slots, log, mark, dispatcher, signal);

    /// Begin: how its way begins.
    public Task<AcceptedLead> Enqueue(Lead lead, Func<Lead, Delivery> begin)
    {
        var acceptance = new Acceptance(lead, begin);
        return Join(batch => batch.Acceptances.Add(acceptance), acceptance.Done.Task);
    }

    public Task<bool> Complete(Claimed claimed, ReplyIoResult answer, NewContact contact, FollowUpPlan? plan = null)
    {
        var recording = new Recording(claimed, answer, contact, plan);
        return Join(batch => batch.Recordings.Add(recording), recording.Done.Task);
    }

    /// Claims what is due as far as there are free slots; answers when to look again.
    public Task<DateTime> ClaimDue()
    {
        var look = new TaskCompletionSource<DateTime>(TaskCreationOptions.RunContinuationsAsynchronously);
        return Join(batch => batch.Looks.Add(look), look.Task);
    }

    private async Task<T> Join<T>(Action<Batch> add, Task<T> done)
    {
        if (Enter(add) is { } batch)
            await BecomeWriter(batch);
        return await done;
    }

    /// The batch of the one who has to write; who comes while a transaction runs waits for the next.
    private Batch? Enter(Action<Batch> add)
    {
        lock (door)
        {
            add(waiting);
            return writing.Count < writer.Parallel && writing.TrueForAll(batch => Stopwatch.GetElapsedTime(batch.TakenAt) > HeldUp)
                ? Take() : null;
        }
    }

    /// The caller's own write is in the first batch; what has come meanwhile is not the caller's to wait for.
    private async Task BecomeWriter(Batch batch)
    {
        await Write(batch);
        if (After(batch) is { } next)
            _ = Task.Run(() => WriteOn(next));
    }

    private async Task WriteOn(Batch? batch)
    {
        while (batch is not null)
        {
            await Write(batch);
            // Whoever is ready to write, too, comes first, so that the next batch is larger. Where nothing is, nobody waits.
            if (ThreadPool.PendingWorkItemCount > 0)
                await Task.Yield();
            batch = After(batch);
        }
    }

    /// Null where nothing waits.
    private Batch? After(Batch written)
    {
        lock (door)
        {
            writing.Remove(written);
            return waiting.IsEmpty ? null : Take();
        }
    }

    private Batch Take()
    {
        var batch = waiting;
        batch.TakenAt = Stopwatch.GetTimestamp();
        writing.Add(batch);
        waiting = new Batch();
        return batch;
    }

    private async Task Write(Batch batch, int cuts = 0)
    {
        if (batch.IsEmpty)
            return;
        var cut = Interlocked.Exchange(ref moreDue, 0) == 1 || batch.CatchUp;
        (batch.Slots, batch.CatchUp) = (slots.Take(Wanted(batch, cut)), cut);
        try
        {
            var claims = await writer.Write(batch, onLiveConnection: cuts > 0);
            mark.Note(batch.LastNew, claims.LastAttempt);
            log.Tell(claims.GateTurn);
            HandOut(batch, claims, claims.Cut || (cut && batch.Slots == 0));
        }
        catch (Exception fault) when (cuts < Store.MostCuts && writer.IsCut(fault))
        {
            // It may have been carried out all the same: each lead has its id, and is found under it.
            slots.Give(batch.Slots);
            batch.Slots = 0;
            await Write(batch, cuts + 1);
        }
        catch (StoreClosedException fault)
        {
            slots.Give(batch.Slots);
            batch.Fail(fault);
        }
        catch (Exception fault)
        {
            slots.Give(batch.Slots);
            await WriteSingly(batch, fault);
        }
    }

    /// A slot for each new lead. What is due takes all that are free; where other batches are written at the same time it leaves them
    /// half, or their new leads would find none, and would have to be looked for in turn.
    private int Wanted(Batch batch, bool cut) => cut || batch.Looks.Count > 0
        ? writer.Parallel == 1 ? slots.Free : batch.Acceptances.Count + ((slots.Free + 1) / 2)
        : batch.Acceptances.Count;

    private void HandOut(Batch batch, Claims claims, bool cut)
    {
        if (cut || claims.GateTurn.Opens)
            Volatile.Write(ref moreDue, 1);
        slots.Give(batch.Slots - claims.Deliveries.Count);
        if (claims.Deliveries.Count > 0)
            dispatcher.Value.Start(claims.Deliveries);
        if (Volatile.Read(ref moreDue) == 1 && slots.Free > 0)
            signal.Wake();
    }

    /// One bad write never spoils the others. An outcome that cannot be stored for what Reply.io wrote is stored without that:
    /// otherwise its lead would be looked up for ever.
    private async Task WriteSingly(Batch batch, Exception fault)
    {
        if (batch is { Count: 1, Recordings: [{ IsPlain: false } recording] } && writer.IsFaultOfData(fault))
        {
            recording.DropForeignText();
            await Write(batch);
        }
        else if (batch.Count == 1)
            batch.Fail(fault);
        else
            foreach (var single in batch.Singly())
                await Write(single);
    }
}
