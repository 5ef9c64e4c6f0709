namespace LeadCapture.Benchmarks.Soak;

/// Whether the store could take a lead: only where it could not, a visitor may be given the form back.
public sealed class StoreHealth
{
    private static readonly long Recovery = (long)TimeSpan.FromSeconds(5).TotalMilliseconds;
    private int troubles;
    private long over = -Recovery;

    public async Task During(Func<Task> trouble)
    {
        Interlocked.Increment(ref troubles);
        try
        {
            await trouble();
        }
        finally
        {
            Interlocked.Exchange(ref over, Environment.TickCount64);
            Interlocked.Decrement(ref troubles);
        }
    }

    public bool IsWellSince(long moment) =>
        Volatile.Read(ref troubles) == 0 && Interlocked.Read(ref over) + Recovery <= moment;
}
