namespace LeadCapture.Sandbox;

/// <summary>Counts the admitted calls of the last minute, one by one.</summary>
internal sealed class RateLimit(int perMinute, TimeProvider clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly Lock gate = new();
    private readonly Queue<long> admitted = new();

    /// <returns>How long to wait; null where the call is admitted.</returns>
    public TimeSpan? Refuses()
    {
        if (perMinute <= 0)
            return null;

        lock (gate)
        {
            var now = clock.GetTimestamp();
            while (admitted.TryPeek(out var oldest) && clock.GetElapsedTime(oldest, now) >= Window)
                admitted.Dequeue();

            if (admitted.Count >= perMinute)
                return Window - clock.GetElapsedTime(admitted.Peek(), now);

            admitted.Enqueue(now);
            return null;
        }
    }

    public void Clear()
    {
        lock (gate)
            admitted.Clear();
    }
}
