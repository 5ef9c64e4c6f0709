namespace LeadCapture.Benchmarks.Accounts;

/// So many calls in any stretch of this length. A call counts from its start until it has ended and the stretch is over: nobody knows
/// when within the call the other side counts it.
public sealed class SlidingWindow(int limit, TimeSpan length)
{
    private readonly Queue<TimeSpan> ended = [];

    public int Limit => limit;

    /// Calls may end only in the order of time.
    public void End(TimeSpan now) => ended.Enqueue(now);

    public int Left(TimeSpan now, int underWay)
    {
        while (ended.TryPeek(out var oldest) && oldest + length <= now)
            ended.Dequeue();
        return limit - underWay - ended.Count;
    }

    /// Of the calls that have ended, the first to be over. Null: only those under way count.
    public TimeSpan? FreeAt => ended.TryPeek(out var oldest) ? oldest + length : null;
}
