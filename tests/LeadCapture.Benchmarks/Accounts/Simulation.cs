namespace LeadCapture.Benchmarks.Accounts;

/// Accounts, nodes, and their calls in virtual time. No real clock, no chance but the seed's: the same plan gives the same events.
public sealed class Simulation
{
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);

    /// A node is taken for dead when it has not renewed its lease for so long: an attempt may still have been under way in it.
    public static readonly TimeSpan NodeLease = TimeSpan.FromSeconds(15);

    /// From one node to another.
    public static readonly TimeSpan Notice = TimeSpan.FromMilliseconds(20);

    private readonly VirtualClock clock = new();
    private readonly SimulationPlan plan;
    private readonly Demand demand;
    private readonly Dice dice;
    private readonly List<Node> nodes;
    private readonly Design design;
    private readonly Outcome outcome;
    private int nextLead;

    public Simulation(SimulationPlan plan, Demand demand, Dice dice, Func<IReadOnlyList<Node>, VirtualClock, Design> designed)
    {
        (this.plan, this.demand, this.dice) = (plan, demand, dice);
        nodes = [.. Enumerable.Range(0, plan.Nodes).Select(number => new Node(number, plan.Slots, plan.NewLine()))];
        design = designed(nodes, clock);
        outcome = new(plan.Name, demand, nodes);
    }

    public Outcome Run()
    {
        PlanNextArrival();
        clock.At(demand.Plan.BurstAt, () =>
        {
            foreach (var lead in plan.WithBursts ? demand.Backlogs : [])
                Arrive(lead);
        });
        if (plan.NodeDies)
            clock.At(demand.Plan.Length / 2, () => Die(nodes[^1]));
        clock.RunUntil(demand.Plan.Length);
        outcome.End(clock.Events, design.StoreCalls);
        return outcome;
    }

    private void PlanNextArrival()
    {
        if (nextLead == demand.Leads.Count)
            return;
        var lead = demand.Leads[nextLead++];
        clock.At(lead.At, () =>
        {
            Arrive(lead);
            PlanNextArrival();
        });
    }

    private void Arrive(Lead lead)
    {
        var alive = nodes.FindAll(node => !node.IsDead);
        var entry = alive[(int)(dice.Roll(Dice.Topic.Node, lead.Number) * alive.Count)];
        var (turn, hop) = design.PlaceOf(lead, entry);
        if (hop == TimeSpan.Zero)
            Wait(turn, lead);
        else
            clock.At(clock.Now + hop, () => Wait(turn, lead));
    }

    private void Wait(Turn turn, Lead lead)
    {
        turn.Add(lead);
        GoOn(turn);
    }

    private void GoOn(Turn turn)
    {
        if (turn.Waiting == 0 || turn.Node.IsDead)
            return;
        if (!turn.Sleeps)
            turn.Node.Line.Enter(turn);
        Serve(turn.Node);
    }

    private void Serve(Node node)
    {
        while (SlotFor(node) is { } caller && node.Line.Next() is { } turn)
            if (!turn.Budget.Take(clock.Now, turn.Waiting))
                Sleep(turn);
            else
            {
                Call(caller, turn, turn.Take());
                if (turn.Waiting > 0)
                    node.Line.Enter(turn);
            }
    }

    private Node? SlotFor(Node node)
    {
        if (node.Free > 0 || !plan.SharesSlots)
            return node.Free > 0 ? node : null;
        Node? freest = null;
        foreach (var other in nodes)
            if (other is { IsDead: false, Free: > 0 } && other.Free > (freest?.Free ?? 0))
                freest = other;
        return freest;
    }

    /// Where only calls under way count, their ends wake it.
    private void Sleep(Turn turn)
    {
        if (turn.Budget.FreeAt(clock.Now) is not { } free)
            return;
        var node = turn.Node;
        turn.Sleeps = true;
        clock.At(free, () =>
        {
            // Moved meanwhile, it is awake.
            if (turn.Node != node)
                return;
            turn.Sleeps = false;
            GoOn(turn);
        });
    }

    private void Call(Node node, Turn turn, Lead lead)
    {
        node.Free--;
        node.Calls++;
        var began = turn.Node == node ? clock.Now : clock.Now + Notice;
        var takes = dice.Call(lead.Number);
        outcome.Begin(lead, began, counted: began + (takes * dice.Roll(Dice.Topic.Counted, lead.Number)));
        clock.At(began + takes, () =>
        {
            if (!node.IsDead)
                End(node, turn);
            else
                Lose(turn, lead, began);
        });
    }

    private void End(Node node, Turn turn)
    {
        node.Free++;
        turn.Budget.End(clock.Now);
        GoOn(turn);
        // Its own line first, then those that have no slot left.
        for (var next = 0; next < nodes.Count && node.Free > 0; next++)
            if (nodes[(node.Number + next) % nodes.Count] is { IsDead: false } other && (other == node || plan.SharesSlots))
                Serve(other);
    }

    /// Nobody heard the answer. It counts for as long as it may have taken, and its lead is looked up, which is another call.
    private void Lose(Turn turn, Lead lead, TimeSpan began)
    {
        clock.At(began + Timeout, () =>
        {
            turn.Budget.End(clock.Now);
            GoOn(turn);
        });
        clock.At(began + Timeout + NodeLease, () => Arrive(lead with { IsLive = false }));
    }

    private void Die(Node node)
    {
        node.IsDead = true;
        design.Dies(node);
        clock.At(clock.Now + NodeLease, () =>
        {
            foreach (var turn in design.TakeOver(node).ToList())
                GoOn(turn);
        });
    }
}

public sealed record SimulationPlan
{
    public int Nodes { get; init; }

    /// Calls that a node may have under way at once.
    public int Slots { get; init; }
    public bool WithBursts { get; init; }

    /// A node without a free slot has another one make the call.
    public required bool SharesSlots { get; init; }
    public required string Name { get; init; }
    public required Func<Line> NewLine { get; init; }
    public bool NodeDies { get; init; } = true;
}
