namespace LeadCapture.Benchmarks.Accounts;

/// Which leads arrive when. Live ones by Zipf: the first account has twice as many as the second, three times as many as the third,
/// and so on. At one moment some accounts, by lot, get a backlog each: all at once, which is the worst for others.
public sealed class Demand
{
    private readonly HashSet<int> burst = [];

    public Demand(DemandPlan plan, Dice dice)
    {
        Plan = plan;
        while (burst.Count < plan.Bursts)
            burst.Add((int)(dice.Roll(Dice.Topic.Burst, burst.Count + (1000L * Retries++)) * plan.Accounts));
        Leads = [.. Live(dice)];
    }

    private int Retries { get; set; }

    public DemandPlan Plan { get; }

    /// In the order of time.
    public IReadOnlyList<Lead> Leads { get; }

    public IReadOnlySet<int> Burst => burst;

    /// The backlogs, numbered behind the live leads.
    public IEnumerable<Lead> Backlogs => burst.Order().SelectMany((account, place) => Enumerable.Range(0, Plan.LeadsOfBurst)
        .Select(i => new Lead(Leads.Count + (place * Plan.LeadsOfBurst) + i, account, Plan.BurstAt, IsLive: false)));

    private IEnumerable<Lead> Live(Dice dice)
    {
        var reach = new double[Plan.Accounts];
        var sum = 0.0;
        for (var account = 0; account < Plan.Accounts; account++)
            reach[account] = sum += 1.0 / (account + 1);
        var at = TimeSpan.Zero;
        for (var number = 0; ; number++)
        {
            at += TimeSpan.FromSeconds(-Math.Log(1 - dice.Roll(Dice.Topic.Arrival, number)) / Plan.LeadsPerSecond);
            if (at >= Plan.Length)
                yield break;
            var place = Array.BinarySearch(reach, dice.Roll(Dice.Topic.Account, number) * sum);
            yield return new(number, place < 0 ? ~place : place, at, IsLive: true);
        }
    }
}

public sealed record DemandPlan
{
    public required int Accounts { get; init; }
    public required TimeSpan Length { get; init; }
    public required double LeadsPerSecond { get; init; }
    public required int Bursts { get; init; }
    public int LeadsOfBurst { get; init; } = 10_000;

    /// In the first tenth, so that there is time to see what it does to others.
    public TimeSpan BurstAt => Length / 10;
}
