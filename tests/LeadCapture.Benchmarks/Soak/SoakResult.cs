namespace LeadCapture.Benchmarks.Soak;

public sealed record SoakResult(
    LedgerReport Ledger, Faults Faults, Visitors Visitors, IReadOnlyList<Node> Nodes, TimeSpan Settled)
{
    private const int LinesOfEach = 20;

    public bool IsGood => Ledger is { Lost.Count: 0, Doubled.Count: 0, Undelivered.Count: 0, Stored: > 0 }
        && Faults.Complaints.Count == 0 && Visitors.WrongAnswers.IsEmpty;

    public void Print()
    {
        Console.WriteLine($"  {Ledger}");
        Console.WriteLine($"  visits {Visitors.Visits.Count}, forms given back {Visitors.FormsBack}, "
            + $"wrong answers {Visitors.WrongAnswers.Count}; nodes killed {Nodes.Sum(node => node.Kills)}, "
            + $"fell {Nodes.Sum(node => node.Falls)}, started {Nodes.Sum(node => node.Starts)}; "
            + $"settled after {Settled.TotalSeconds:0} s");
        Console.WriteLine($"  faults: {string.Join(", ", Faults.Happened)}");
        List("lost", Ledger.Lost);
        List("doubled", Ledger.Doubled);
        List("not to be seen", Ledger.Unseeable);
        List("not delivered", Ledger.Undelivered);
        List("complaint", Faults.Complaints);
        List("fell with", [.. Nodes.SelectMany(node => node.LastWords)]);
        var wrong = Visitors.WrongAnswers.CountBy(answer => answer).Select(pair => $"{pair.Key}, {pair.Value} times");
        List("wrong answer", [.. wrong]);
    }

    private static void List(string what, IReadOnlyList<string> lines)
    {
        foreach (var line in lines.Take(LinesOfEach))
            Console.WriteLine($"  {what}: {line}");
        if (lines.Count > LinesOfEach)
            Console.WriteLine($"  {what}: and {lines.Count - LinesOfEach} more");
    }
}
