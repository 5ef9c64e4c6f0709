namespace LeadCapture.Benchmarks.Accounts;

/// Each account belongs to one node, which counts its windows in memory and sends oldest first. What comes in elsewhere is told to the owner.
/// The next owner reads the attempts of the last hour, as the program counts its budget today, so nothing that was sent is forgotten.
public sealed class OwnedAccounts : Design
{
    private readonly Turn[] turns;

    public OwnedAccounts(IReadOnlyList<Node> nodes, VirtualClock clock, int accounts, Limits limits) : base(nodes, clock)
    {
        turns = new Turn[accounts];
        for (var account = 0; account < accounts; account++)
        {
            var owner = Rendezvous.OwnerOf(account, nodes);
            turns[account] = new(account, owner, new AccountBudget(limits));
            owner.Turns.Add(account, turns[account]);
        }
    }

    public override (Turn Turn, TimeSpan Hop) PlaceOf(Lead lead, Node entry) =>
        (turns[lead.Account], turns[lead.Account].Node == entry ? TimeSpan.Zero : Simulation.Notice);

    public override IEnumerable<Turn> TakeOver(Node dead)
    {
        var alive = Alive;
        var orphans = dead.Turns.Values.ToList();
        dead.Turns.Clear();
        foreach (var turn in orphans)
        {
            turn.MoveTo(Rendezvous.OwnerOf(turn.Account, alive));
            StoreCalls++;
        }
        return orphans;
    }
}
