namespace LeadCapture.Sandbox;

/// <summary>The last calls received.</summary>
internal sealed class CallLog(int keep)
{
    private readonly Lock gate = new();
    private readonly Queue<ReceivedCall> calls = new();

    public long Received { get; private set; }

    public long Rejected { get; private set; }

    public bool Keeps => keep > 0;

    public IReadOnlyList<ReceivedCall> All
    {
        get
        {
            lock (gate)
                return calls.ToArray();
        }
    }

    public void Count(int status)
    {
        lock (gate)
        {
            Received++;
            Rejected += status >= 400 ? 1 : 0;
        }
    }

    public void Remember(ReceivedCall call)
    {
        lock (gate)
        {
            calls.Enqueue(call);
            if (calls.Count > keep)
                calls.Dequeue();
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            calls.Clear();
            (Received, Rejected) = (0, 0);
        }
    }
}
