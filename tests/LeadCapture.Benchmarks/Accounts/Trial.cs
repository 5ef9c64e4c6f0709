namespace LeadCapture.Benchmarks.Accounts;

/// All designs under the same demand, with and without the backlogs of others.
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
            Run(demand, Owned, new() { Name = "owner decides, any node calls; fair line", NewLine = () => new FairLine(), SharesSlots = true }),
            Run(demand, Owned, new() { Name = "owner decides and calls; fair line", NewLine = () => new FairLine(), SharesSlots = false }),
            Run(demand, Leased, new() { Name = "budget leased in blocks; fair line", NewLine = () => new FairLine(), SharesSlots = false }),
            Run(demand, Owned, new()
            {
                Name = "owner decides, any node calls; oldest lead first",
                NewLine = () => new FirstComeLine(),
                SharesSlots = true,
            }),
        ];
    }

    private Design Owned(IReadOnlyList<Node> nodes, VirtualClock clock) => new OwnedAccounts(nodes, clock, Demand.Accounts, Limits);

    private Design Leased(IReadOnlyList<Node> nodes, VirtualClock clock) => new LeasedBlocks(nodes, clock, Demand.Accounts, Limits);

    private TrialResult Run(Demand demand, Func<IReadOnlyList<Node>, VirtualClock, Design> design, SimulationPlan plan)
    {
        return new(IsChosen: plan.SharesSlots && plan.NewLine() is FairLine, With(backlogs: true), With(backlogs: false));

        Findings With(bool backlogs) => new(
            new Simulation(plan with { Nodes = Nodes, Slots = Slots, WithBursts = backlogs }, demand, new(Seed), design).Run(), Limits, backlogs);
    }
}

/// The design that is chosen must keep all promises; of the others only that no budget is exceeded is asked.
public sealed record TrialResult(bool IsChosen, Findings With, Findings Without)
{
    private const double LeastUse = 0.95;
    private const double LongestWait = 2;
    private const double LongestWaitForOthers = 1;
    private const double LeastServed = 0.95;

    public IEnumerable<string> Broken =>
        Bounds.Where(bound => !bound.Holds).Select(bound => $"{With.Outcome.Design}: {bound.Promise} does not hold.");

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
