using System.Collections.Concurrent;
using LeadCapture.Data;
using LeadCapture.Deliveries.Queue;

namespace LeadCapture.Deliveries;

/// Word for visitors who wait for their contact.
public sealed class OutcomeNotifier(Store store, TimeProvider clock)
{
    /// How often the store is asked, for a lead that another node has sent: rarely by far, since nearly all are told of before.
    private static readonly TimeSpan Ask = TimeSpan.FromMilliseconds(500);

    /// So many ask at once: where very many wait, their own node has most of them.
    private const int MostAskers = 4;
    private int askers;

    private readonly ConcurrentDictionary<Guid, TaskCompletionSource<bool>> waiting = new();

    /// Begin to listen before the lead is stored, so that no word is missed.
    public TaskCompletionSource<bool> Expect(Guid leadId) =>
        waiting.GetOrAdd(leadId, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

    /// When the time is over, the lead is on its way: the page says so and turns by itself.
    public async Task Wait(Guid leadId, TaskCompletionSource<bool> word, TimeSpan longest, CancellationToken aborted)
    {
        var began = clock.GetTimestamp();
        while (longest - clock.GetElapsedTime(began) is var rest && rest > TimeSpan.Zero)
            if (await Told(word.Task, rest < Ask ? rest : Ask, aborted) || await Told(SeeIfSettled(leadId), rest, aborted))
                return;
    }

    public void Forget(Guid leadId) => waiting.TryRemove(leadId, out _);

    public void Tell(Guid leadId)
    {
        if (waiting.TryGetValue(leadId, out var word))
            word.TrySetResult(true);
    }

    private async Task<bool> Told(Task<bool> word, TimeSpan longest, CancellationToken aborted)
    {
        try
        {
            return await word.WaitAsync(longest, clock, aborted);
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private async Task<bool> SeeIfSettled(Guid leadId)
    {
        try
        {
            if (Interlocked.Increment(ref askers) > MostAskers)
                return false;
            await using var reading = await store.Read();
            return await DeliveryRow.IsSettled(reading, leadId);
        }
        catch (Exception)
        {
            // Whatever it is: the lead is stored, and whether it has arrived is asked again.
            return false;
        }
        finally
        {
            Interlocked.Decrement(ref askers);
        }
    }
}
