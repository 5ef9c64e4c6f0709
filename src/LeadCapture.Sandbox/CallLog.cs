namespace LeadCapture.Sandbox;

/// <summary>The last calls received.</summary>
internal sealed class CallLog(int keep)
{
    private readonly Lock gate = new();
    private readonly Queue<Remembered> calls = new();

    public long Received { get; private set; }

    public long Rejected { get; private set; }

    public bool Keeps => keep > 0;

    public IReadOnlyList<ReceivedCall> All
    {
        get
        {
            lock (gate)
                return [.. calls.Select(remembered => remembered.Call)];
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

    public Remembered Remember(ReceivedCall call)
    {
        lock (gate)
        {
            var remembered = new Remembered(call);
            calls.Enqueue(remembered);
            if (calls.Count > keep)
                calls.Dequeue();
            return remembered;
        }
    }

    /// <summary>What came of a call whose work was done later.</summary>
    public void Complete(Remembered? remembered, SandboxResponse answer, DateTimeOffset at)
    {
        lock (gate)
        {
            Rejected += answer.Status >= 400 ? 1 : 0;
            remembered?.Call = remembered.Call with { Status = answer.Status, ContactId = answer.ContactId, DoneAt = at };
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

    internal sealed class Remembered(ReceivedCall call)
    {
        public ReceivedCall Call { get; set; } = call;
    }
}
