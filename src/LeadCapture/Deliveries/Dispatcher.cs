using LeadCapture.Deliveries.Queue;

namespace LeadCapture.Deliveries;

/// Sees every claimed delivery through: attempt, record, word to whoever waits for it.
public sealed partial class Dispatcher(
    Deliverer deliverer, CallSlots slots, OutcomeNotifier outcomes, DeliverySignal signal, ILogger<Dispatcher> logger) : IDisposable
{
    private readonly CancellationTokenSource abandon = new();
    private readonly TaskCompletionSource idle = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// One for the open door, and one for each delivery under way.
    private int underWay = 1;

    public void Start(IReadOnlyList<Claimed> claimed)
    {
        Interlocked.Add(ref underWay, claimed.Count);
        // A single one sets out from here: handing it over would cost more than what it does before it waits for the answer.
        if (claimed is [var single])
            _ = SeeThrough(single);
        else
            foreach (var one in claimed)
                _ = Task.Run(() => SeeThrough(one));
    }

    /// Stops beginning, and lets what is under way end. What is not done in time is abandoned: nothing is recorded, its lease
    /// runs out, and it is looked up before anything is repeated.
    public async Task Finish(CancellationToken stopNow)
    {
        slots.Close();
        Left();
        await using var hurry = stopNow.Register(abandon.Cancel);
        await idle.Task;
    }

    public void Dispose() => abandon.Dispose();

    private async Task SeeThrough(Claimed claimed)
    {
        try
        {
            await Attempt(claimed);
        }
        catch (OperationCanceledException) when (abandon.IsCancellationRequested)
        {
            Abandoned(claimed.Lead.Id);
        }
        catch (Exception fault)
        {
            AttemptFailed(fault, claimed.Lead.Id);
        }
        finally
        {
            Left();
        }
    }

    private async Task Attempt(Claimed claimed)
    {
        var held = 1;
        void Free() => slots.Give(Interlocked.Exchange(ref held, 0));
        try
        {
            var delivery = await deliverer.Deliver(claimed, Free, abandon.Token);
            if (delivery.IsSettled || delivery.HasContact)
                outcomes.Tell(claimed.Lead.Id);
            if (!delivery.IsSettled)
                signal.Wake();
        }
        finally
        {
            Free();
        }
    }

    private void Left()
    {
        if (Interlocked.Decrement(ref underWay) == 0)
            idle.TrySetResult();
    }

    [LoggerMessage(LogLevel.Error, "The attempt for lead {LeadId} failed internally; when its lease expires, the lead is looked up")]
    private partial void AttemptFailed(Exception fault, Guid leadId);

    [LoggerMessage(LogLevel.Warning, "The attempt for lead {LeadId} was interrupted by the shutdown; the lead is looked up at the next start")]
    private partial void Abandoned(Guid leadId);
}
