using LeadCapture.Sandbox;

namespace LeadCapture.Benchmarks.Backlog;

/// How much of a budget was used, and whether any window of it saw more, by the times at which the calls arrived.
public sealed class BudgetUse
{
    public const double Least = 0.95;
    private readonly int limit;
    private readonly TimeSpan window;

    public BudgetUse(IReadOnlyList<ReceivedCall> calls, int limit, TimeSpan window, TimeSpan lasted)
    {
        (this.limit, this.window) = (limit, window);
        var arrivals = calls.Select(call => call.At).Order().ToList();
        var windows = (int)Math.Round(lasted / window);
        Used = arrivals.Count(at => at < arrivals[0] + lasted);
        Share = windows == 0 ? 1 : (double)Used / (limit * windows);
        var first = 0;
        for (var last = 0; last < arrivals.Count; last++)
        {
            while (arrivals[last] - arrivals[first] >= window)
                first++;
            MostInWindow = Math.Max(MostInWindow, last - first + 1);
        }
    }

    public int Used { get; }
    public double Share { get; }
    public int MostInWindow { get; }

    public bool IsExceeded => MostInWindow > limit;

    public override string ToString() => string.Create(InvariantCulture,
        $"{limit} per {window}: {Used} calls, {Share:0.0%} of the budget, at most {MostInWindow} in any window");
}
