namespace LeadCapture.Benchmarks.Accounts;

/// Which node an account belongs to: the one with the highest of all hashes of account and node (Thaler, Ravishankar, 1998). Where a
/// node goes, its accounts spread over all others, and no other account moves.
public static class Rendezvous
{
    public static Node OwnerOf(int account, IEnumerable<Node> alive) =>
        alive.MaxBy(node => Dice.Mix(Dice.Mix((ulong)account) + (ulong)node.Number))!;
}
