namespace LeadCapture.Benchmarks.Accounts;

/// A program with so many calls under way at once.
public sealed class Node(int number, int slots, Line line)
{
    public int Number => number;
    public Line Line => line;
    public int Free { get; set; } = slots;
    public bool IsDead { get; set; }
    public long Calls { get; set; }

    /// By the number of the account.
    public Dictionary<int, Turn> Turns { get; } = [];
}
