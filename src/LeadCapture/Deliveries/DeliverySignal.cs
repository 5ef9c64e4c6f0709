namespace LeadCapture.Deliveries;

/// Says that something may be due before the worker would look for it.
public sealed class DeliverySignal
{
    private TaskCompletionSource next = New();

    public void Wake() => Volatile.Read(ref next).TrySetResult();

    /// Ends with the next word from now on: whoever takes it before a look misses nothing that comes during the look.
    public Task Next()
    {
        var signal = New();
        Volatile.Write(ref next, signal);
        return signal.Task;
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
