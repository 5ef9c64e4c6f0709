namespace LeadCapture.Submissions.Spam;

/// Counts what comes again within a while, in bounded memory: two generations, of which the older one goes when the younger is full or
/// as old as the while. Of this node alone, and gone with it: what is counted here only adds points.
public sealed class RecentCounts<TKey>(TimeSpan window, int most, TimeProvider clock) where TKey : notnull
{
    private readonly Lock door = new();
    private Dictionary<TKey, int> young = [];
    private Dictionary<TKey, int> old = [];
    private long began = clock.GetTimestamp();

    /// With this time.
    public int Add(TKey key)
    {
        lock (door)
        {
            Turn();
            var count = young.GetValueOrDefault(key) + 1;
            young[key] = count;
            return count + old.GetValueOrDefault(key);
        }
    }

    public int Of(TKey key)
    {
        lock (door)
        {
            Turn();
            return young.GetValueOrDefault(key) + old.GetValueOrDefault(key);
        }
    }

    private void Turn()
    {
        var passed = clock.GetElapsedTime(began);
        if (passed < window && young.Count < most)
            return;
        old = passed < window + window ? young : [];
        young = [];
        began = clock.GetTimestamp();
    }
}
