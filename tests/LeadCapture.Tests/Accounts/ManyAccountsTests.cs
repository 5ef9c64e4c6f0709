using LeadCapture.Benchmarks.Accounts;

namespace LeadCapture.Tests.Accounts;

/// The plan of docs/scaling.md for many accounts of Reply.io, as the benchmark "accounts" simulates it, at a tenth of its size.
public class ManyAccountsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Many_accounts_keep_their_budgets_and_do_not_wait_for_each_other(int seed) =>
        Assert.Empty(Results(seed, slots: 5).SelectMany(result => result.Broken));

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
        var (one, other) = (Results(seed: 7, slots: 5)[0].With.Outcome, Results(seed: 7, slots: 5)[0].With.Outcome);

        Assert.Equal(one.Events, other.Events);
        Assert.Equal(one.CountedOf(0), other.CountedOf(0));
        Assert.NotEqual(one.Events, Results(seed: 8, slots: 5)[0].With.Outcome.Events);
    }

    private static IReadOnlyList<TrialResult> Results(int seed, int slots) => new Trial
    {
        Demand = new() { Accounts = 1000, Length = TimeSpan.FromHours(3), LeadsPerSecond = 10, Bursts = 5 },
        Nodes = 4,
        Slots = slots,
        Seed = seed,
    }.Run();
}
