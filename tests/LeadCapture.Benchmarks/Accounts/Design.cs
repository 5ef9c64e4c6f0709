namespace LeadCapture.Benchmarks.Accounts;

/// How nodes share the accounts: who serves a lead, and how a node comes to its calls.
public abstract class Design(IReadOnlyList<Node> nodes, VirtualClock clock)
{
    /// Statements to the store for the budget alone. Each attempt is stored before its call in every design, and costs nothing extra.
    public long StoreCalls { get; protected set; }

    protected IReadOnlyList<Node> Nodes => nodes;
    protected VirtualClock Clock => clock;
    protected IReadOnlyList<Node> Alive => [.. nodes.Where(node => !node.IsDead)];

    /// The place where it waits, and after how long it is there, having come in on this node.
    public abstract (Turn Turn, TimeSpan Hop) PlaceOf(Lead lead, Node entry);

    /// Its leases are over: others take what it had. Answers whose turns have more to do.
    public abstract IEnumerable<Turn> TakeOver(Node dead);

    /// At the moment of its death.
    public virtual void Dies(Node node)
    {
    }
}
