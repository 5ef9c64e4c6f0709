namespace LeadCapture.Deliveries;

/// The calls to Reply.io that this node may have under way at once.
public sealed class CallSlots(int count)
{
    private int free = count;
    private volatile bool closed;

    public int Free => closed ? 0 : Volatile.Read(ref free);

    public int TakeAll() => closed ? 0 : Interlocked.Exchange(ref free, 0);

    public void Give(int returned) => Interlocked.Add(ref free, returned);

    /// From now on nothing is begun.
    public void Close() => closed = true;
}
