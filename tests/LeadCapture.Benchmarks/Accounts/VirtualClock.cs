namespace LeadCapture.Benchmarks.Accounts;

/// The time of the simulation: it jumps from one event to the next. What falls on one moment happens in the order in which it was planned.
public sealed class VirtualClock
{
    private readonly PriorityQueue<Action, (TimeSpan At, long Order)> planned = new();
    private long order;

    public TimeSpan Now { get; private set; }
    public long Events { get; private set; }

    public void At(TimeSpan time, Action happens) => planned.Enqueue(happens, (time < Now ? Now : time, order++));

    public void RunUntil(TimeSpan end)
    {
        while (planned.TryPeek(out _, out var next) && next.At < end)
        {
            var happens = planned.Dequeue();
            Now = next.At;
            Events++;
            happens();
        }
        Now = end;
    }
}
