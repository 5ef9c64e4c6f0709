namespace LeadCapture.Deliveries;

/// The calls to Reply.io that this node may have under way at once.
public sealed class CallSlots(int count)
{
    private int free = count;
    private volatile bool closed;

    public int Free => closed ? 0 : Volatile.Read(ref free);

    /// Those it gets: never more than wanted, and perhaps none.
    public int Take(int wanted)
    {
        for (var there = Free; there > 0; there = Free)
        {
            var taken = Math.Min(there, wanted);
            if (Interlocked.CompareExchange(ref free, there - taken, there) == there)
                return taken;
        }
        return 0;
    }

    public void Give(int returned) => Interlocked.Add(ref free, returned);

    /// From now on nothing is begun.
    public void Close() => closed = true;
}
