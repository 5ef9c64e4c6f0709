namespace LeadCapture.Benchmarks.Accounts;

/// What waits for one account on one node, and its place in the node's line.
public sealed class Turn(int account, Node node, ICallBudget budget)
{
    private readonly PriorityQueue<Lead, (TimeSpan At, int Number)> live = new();
    private readonly PriorityQueue<Lead, (TimeSpan At, int Number)> backlog = new();

    public int Account => account;
    public Node Node { get; private set; } = node;
    public ICallBudget Budget => budget;
    public int Waiting => live.Count + backlog.Count;
    public bool HasLive => live.Count > 0;

    /// Of whatever waits, since when the oldest does.
    public TimeSpan Oldest => (live.TryPeek(out var one, out _), backlog.TryPeek(out var other, out _)) switch
    {
        (true, true) => one.At < other.At ? one.At : other.At,
        (true, false) => one.At,
        _ => other.At,
    };

    /// Of the fair line: by when, in served calls, all that it was given so far is used up.
    public double Finish { get; set; }

    /// In the line already, for its live leads or for its backlog.
    public bool StandsLive { get; set; }
    public bool StandsLate { get; set; }

    /// It is told when its budget is free again, so nobody asks before.
    public bool Sleeps { get; set; }

    public void Add(Lead lead) => (lead.IsLive ? live : backlog).Enqueue(lead, (lead.At, lead.Number));

    /// Live ones before the backlog, each oldest first.
    public Lead Take() => live.TryDequeue(out var lead, out _) ? lead : backlog.Dequeue();

    public IEnumerable<Lead> TakeAll()
    {
        while (Waiting > 0)
            yield return Take();
    }

    /// The node is dead, and its line with it.
    public void MoveTo(Node other)
    {
        (Node, StandsLive, StandsLate, Sleeps, Finish) = (other, false, false, false, 0);
        other.Turns.Add(account, this);
    }
}

/// Where an account's calls are paid from.
public interface ICallBudget
{
    bool Take(TimeSpan now, int wanted);

    void End(TimeSpan now);

    /// When to ask again.
    TimeSpan? FreeAt(TimeSpan now);
}
