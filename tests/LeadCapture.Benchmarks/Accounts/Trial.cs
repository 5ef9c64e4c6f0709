namespace LeadCapture.Benchmarks.Accounts;

/// Both designs under the same demand, with and without the backlogs of others.
public sealed record Trial
{
    public static readonly Limits Limits = new(PerMinute: 100, PerHour: 3000);

    public required DemandPlan Demand { get; init; }
    public required int Nodes { get; init; }
    public required int Slots { get; init; }
    public required int Seed { get; init; }

    public IReadOnlyList<TrialResult> Run()
    {
        var demand = new Demand(Demand, new(Seed));
        return
        [
            Run(demand, "account owned by one node, fair line", () => new FairLine(), Owned, isChosen: true),
            Run(demand, "budget leased in blocks, fair line", () => new FairLine(), Leased, isChosen: false),
            Run(demand, "account owned by one node, oldest lead first", () => new FirstComeLine(), Owned, isChosen: false),
        ];
    }

    private Design Owned(IReadOnlyList<Node> nodes, VirtualClock clock) => new OwnedAccounts(nodes, clock, Demand.Accounts, Limits);

    private Design Leased(IReadOnlyList<Node> nodes, VirtualClock clock) => new LeasedBlocks(nodes, clock, Demand.Accounts, Limits);

    private TrialResult Run(
        Demand demand, string name, Func<Line> newLine, Func<IReadOnlyList<Node>, VirtualClock, Design> design, bool isChosen)
    {
        return new(isChosen, With(withBursts: true), With(withBursts: false));

        Findings With(bool withBursts)
        {
            var plan = new SimulationPlan { Nodes = Nodes, Slots = Slots, WithBursts = withBursts, Name = name, NewLine = newLine };
            return new(new Simulation(plan, demand, new(Seed), design).Run(), Limits, withBursts);
        }
    }
}

/// The design that is chosen must keep all promises; of the other one only that no budget is exceeded is asked.
public sealed record TrialResult(bool IsChosen, Findings With, Findings Without)
{
    private const double LeastUse = 0.95;
    private const double LongestWait = 2;
    private const double LongestWaitForOthers = 1;
    private const double LeastServed = 0.95;

    public IEnumerable<string> Broken => Bounds.Where(bound => !bound.Holds).Select(bound => $"{With.Outcome.Design}: {bound.Promise} does not hold.");

    private IEnumerable<(string Promise, bool Holds)> Bounds =>
    [
        ("no window over a budget", With.WorstOver == 0 && Without.WorstOver == 0),
        ("95 % of each budget used", !IsChosen || With.LeastUse >= LeastUse),
        ("live leads wait 2 s at most (p99)", !IsChosen || With.Percentile(0.99) <= LongestWait),
        ("and at most 1 s longer for the backlogs of others",
            !IsChosen || With.Percentile(0.99) <= Without.Percentile(0.99) + LongestWaitForOthers),
        ("equal backlogs are served alike", !IsChosen || With.LeastServed >= LeastServed),
        ("oldest first", !IsChosen || With.Overtaken == 0),
    ];
}
