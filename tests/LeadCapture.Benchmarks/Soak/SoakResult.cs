using LeadCapture.Deliveries;

namespace LeadCapture.Benchmarks.Soak;

public sealed record SoakResult(
    LedgerReport Ledger, Faults Faults, Visitors Visitors, IReadOnlyList<Node> Nodes, IReadOnlyList<StoredLead> Decided,
    TimeSpan Settled)
{
    private const int LinesOfEach = 20;

    public required int Visits { get; init; }

    /// A person has to decide about a few. Nobody waits for three days in a soak: automatic tries cannot be over.
    public bool IsGood => Ledger is { Lost.Count: 0, Doubled.Count: 0, Undelivered.Count: 0, Stored: > 0 }
        && Faults.Complaints.Count == 0 && Visitors.WrongAnswers.IsEmpty && !Decided.Any(GivenUpTooEarly);

    public void Print()
    {
        Console.WriteLine($"  {Ledger}");
        Console.WriteLine($"  visits {Visits}, forms given back {Visitors.FormsBack}, "
            + $"wrong answers {Visitors.WrongAnswers.Count}; nodes killed {Nodes.Sum(node => node.Kills)}, "
            + $"held up {Faults.Held}, fell {Nodes.Sum(node => node.Falls)}, started {Nodes.Sum(node => node.Starts)}; "
            + $"decided by a person {Decided.Count}; settled after {Settled.TotalSeconds:0} s");
        Console.WriteLine($"  faults: {string.Join(", ", Faults.Happened)}");
        List("lost", Ledger.Lost);
        List("doubled", Ledger.Doubled);
        List("not delivered", Ledger.Undelivered);
        List("given up too early", [.. Decided.Where(GivenUpTooEarly).Select(lead => $"lead {lead.Id}: {lead.Reason}")]);
        List("complaint", Faults.Complaints);
        List("fell with", [.. Nodes.SelectMany(node => node.LastWords)]);
        ListCounted("decided by a person", Decided.Select(lead => lead.Reason ?? ""));
        ListCounted("wrong answer", Visitors.WrongAnswers);
    }

    private static bool GivenUpTooEarly(StoredLead lead) => lead.FailureKey == FailureGroup.TriesOver;

    private static void ListCounted(string what, IEnumerable<string> lines) =>
        List(what, [.. lines.CountBy(line => line).Select(pair => $"{pair.Key}, {pair.Value} times")]);

    private static void List(string what, IReadOnlyList<string> lines)
    {
        foreach (var line in lines.Take(LinesOfEach))
            Console.WriteLine($"  {what}: {line}");
        if (lines.Count > LinesOfEach)
            Console.WriteLine($"  {what}: and {lines.Count - LinesOfEach} more");
    }
}
