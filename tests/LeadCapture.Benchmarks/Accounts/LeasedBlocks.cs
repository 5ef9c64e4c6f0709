namespace LeadCapture.Benchmarks.Accounts;

/// Every node serves every account, with what came in on it. It leases calls from the account's budget in the store, a few at a time and
/// no more than it has leads for. Until the lease is over, they count as used.
public sealed class LeasedBlocks(IReadOnlyList<Node> nodes, VirtualClock clock, int accounts, Limits limits) : Design(nodes, clock)
{
    public const int Size = 10;
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(5);
    private readonly AccountBudget[] budgets = [.. Enumerable.Range(0, accounts).Select(_ => new AccountBudget(limits))];

    public override (Turn Turn, TimeSpan Hop) PlaceOf(Lead lead, Node entry) => (TurnOf(lead.Account, entry), TimeSpan.Zero);

    public override void Dies(Node node)
    {
        foreach (var turn in node.Turns.Values)
            ((Block)turn.Budget).Lose();
    }

    public override IEnumerable<Turn> TakeOver(Node dead)
    {
        var alive = Alive;
        foreach (var turn in dead.Turns.Values)
            foreach (var lead in turn.TakeAll())
            {
                var heir = TurnOf(lead.Account, alive[lead.Number % alive.Count]);
                heir.Add(lead);
                yield return heir;
            }
    }

    private Turn TurnOf(int account, Node node)
    {
        if (!node.Turns.TryGetValue(account, out var turn))
            node.Turns.Add(account, turn = new(account, node, new Block(this, budgets[account])));
        return turn;
    }

    private sealed class Block(LeasedBlocks design, AccountBudget budget) : ICallBudget
    {
        private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
        private int unused;
        private int number;

        public bool Take(TimeSpan now, int wanted)
        {
            if (unused == 0 && !TakeBlock(now, wanted))
                return false;
            unused--;
            return true;
        }

        public void End(TimeSpan now) => budget.End(now);

        /// What other nodes hold comes back at a time that nobody knows.
        public TimeSpan? FreeAt(TimeSpan now) => budget.FreeAt(now) ?? now + Poll;

        /// Nobody knows what it still sent: all of it, at the end of its lease.
        public void Lose()
        {
            var lost = unused;
            (unused, number) = (0, number + 1);
            design.Clock.At(design.Clock.Now + Lease + Simulation.Timeout, () =>
            {
                for (var call = 0; call < lost; call++)
                    budget.End(design.Clock.Now);
            });
        }

        private bool TakeBlock(TimeSpan now, int wanted)
        {
            design.StoreCalls++;
            unused = budget.TakeMany(now, Math.Min(Size, wanted));
            var mine = ++number;
            if (unused > 1)
                design.Clock.At(now + Lease, () => Return(mine));
            return unused > 0;
        }

        private void Return(int block)
        {
            if (block != number || unused == 0)
                return;
            design.StoreCalls++;
            for (; unused > 0; unused--)
                budget.GiveBack();
        }
    }
}
