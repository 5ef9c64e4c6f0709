using System.Collections.Concurrent;
using System.Data.Common;
using LeadCapture.Data;

namespace LeadCapture.Deliveries;

/// Word for visitors who wait for their contact.
public sealed class Outcomes(Store store, TimeProvider clock)
{
    /// How often the database is asked whether another node has sent the lead: rarely by far, since nearly all are sent by this one.
    private static readonly TimeSpan Ask = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<Guid, TaskCompletionSource> waiting = new();

    /// Begin to listen before the lead is stored, so that no word is missed.
    public TaskCompletionSource Expect(Guid leadId) =>
        waiting.GetOrAdd(leadId, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

    /// When the time is over, the lead is on its way: the page says so and turns by itself.
    public async Task Wait(Guid leadId, TaskCompletionSource word, TimeSpan longest, CancellationToken aborted)
    {
        var over = clock.GetUtcNow() + longest;
        while (over - clock.GetUtcNow() is var rest && rest > TimeSpan.Zero)
            if (await Told(word, store.IsShared && rest > Ask ? Ask : rest, aborted) || (store.IsShared && await IsSettled(leadId)))
                return;
    }

    public void Forget(Guid leadId) => waiting.TryRemove(leadId, out _);

    public void Tell(Guid leadId)
    {
        if (waiting.TryGetValue(leadId, out var word))
            word.TrySetResult();
    }

    private async Task<bool> Told(TaskCompletionSource word, TimeSpan longest, CancellationToken aborted)
    {
        try
        {
            await word.Task.WaitAsync(longest, clock, aborted);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private async Task<bool> IsSettled(Guid leadId)
    {
        try
        {
            await using var reading = await store.Read();
            var settled = await reading.Query(
                "SELECT 1 FROM deliveries WHERE lead_id = $1 AND due_at IS NULL", row => row.GetInt32(0), leadId);
            return settled.Count > 0;
        }
        catch (Exception fault) when (fault is StoreClosedException or DbException or TimeoutException)
        {
            // The lead is stored; whether it has arrived is asked again.
            return false;
        }
    }
}
