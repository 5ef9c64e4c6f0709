using LeadCapture.Benchmarks.Accounts;

namespace LeadCapture.Tests.Accounts;

/// The plan of docs/scaling.md for many accounts of Reply.io, as the benchmark "accounts" simulates it, at a tenth of its size.
public class ManyAccountsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Many_accounts_keep_their_budgets_and_do_not_wait_for_each_other(int seed) =>
        Assert.Empty(Results(seed, slots: 4).SelectMany(result => result.Broken));

    [Fact]
    public void One_queue_for_all_accounts_makes_them_wait_for_the_backlogs_of_others()
    {
        var results = Results(seed: 1, slots: 2);
        var (fair, firstCome) = (results[0], results[^1]);

        Assert.InRange(fair.With.Percentile(0.99), 0, 10);
        Assert.True(firstCome.With.Percentile(0.99) > 60);
    }

    [Fact]
    public void The_same_seed_gives_the_same_events()
    {
        var (one, other) = (OneHour(seed: 7), OneHour(seed: 7));

        Assert.Equal(one.Events, other.Events);
        Assert.Equal(one.CountedOf(0), other.CountedOf(0));
        Assert.NotEqual(one.Events, OneHour(seed: 8).Events);
    }

    private static Outcome OneHour(int seed)
    {
        var plan = new DemandPlan { Accounts = 500, Length = TimeSpan.FromHours(1), LeadsPerSecond = 5, Bursts = 3 };
        return new Simulation(
            new() { Nodes = 3, Slots = 4, WithBursts = true, SharesSlots = true, Name = "", NewLine = () => new FairLine() },
            new(plan, new(seed)), new(seed), (nodes, clock) => new OwnedAccounts(nodes, clock, plan.Accounts, Trial.Limits)).Run();
    }

    private static IReadOnlyList<TrialResult> Results(int seed, int slots) => new Trial
    {
        Demand = new() { Accounts = 1000, Length = TimeSpan.FromHours(2), LeadsPerSecond = 10, Bursts = 5 },
        Nodes = 4,
        Slots = slots,
        Seed = seed,
    }.Run();
}
