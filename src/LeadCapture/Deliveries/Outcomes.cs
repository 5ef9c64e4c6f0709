using System.Collections.Concurrent;

namespace LeadCapture.Deliveries;

/// Word for visitors who wait for their contact.
public sealed class Outcomes(TimeProvider clock)
{
    private readonly ConcurrentDictionary<Guid, TaskCompletionSource> waiting = new();

    /// Begin to listen before the lead is stored, so that no word is missed.
    public TaskCompletionSource Expect(Guid leadId) =>
        waiting.GetOrAdd(leadId, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

    public async Task Wait(TaskCompletionSource word, TimeSpan longest, CancellationToken aborted)
    {
        try
        {
            await word.Task.WaitAsync(longest, clock, aborted);
        }
        catch (TimeoutException)
        {
            // On its way: the page says so and turns by itself.
        }
    }

    public void Forget(Guid leadId) => waiting.TryRemove(leadId, out _);

    public void Tell(Guid leadId)
    {
        if (waiting.TryGetValue(leadId, out var word))
            word.TrySetResult();
    }
}
