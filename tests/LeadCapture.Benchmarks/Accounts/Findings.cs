namespace LeadCapture.Benchmarks.Accounts;

/// What the outcome of a design is worth, beside what nobody could do better: a program with no network, no nodes and nobody else.
public sealed class Findings
{
    private const double WellWithin = 0.8;
    private static readonly TimeSpan Shortly = TimeSpan.FromSeconds(1);
    private readonly Outcome outcome;
    private readonly Limits limits;
    private readonly ILookup<int, Lead> leads;

    public Findings(Outcome outcome, Limits limits, bool withBursts)
    {
        (this.outcome, this.limits) = (outcome, limits);
        var demand = outcome.Demand;
        leads = demand.Leads.Concat(withBursts ? demand.Backlogs : []).ToLookup(lead => lead.Account);
        Waits = [.. Within().SelectMany(account => leads[account]).Select(Wait).Order()];
        (Use, LeastUse, BusyAccounts) = BudgetUse();
        var calls = demand.Burst.Select(account => outcome.CountedOf(account).Count).ToList();
        LeastServed = !withBursts || calls.Count == 0 ? 1 : (double)calls.Min() / calls.Max();
    }

    public Outcome Outcome => outcome;

    /// Seconds that live leads waited, of accounts that have less to send than they may. Sorted.
    public IReadOnlyList<double> Waits { get; }

    /// Of the calls that were possible, in all accounts that had more to send than they may, and in the worst of them.
    public double Use { get; }
    public double LeastUse { get; }
    public int BusyAccounts { get; }

    /// Of accounts with the same backlog at the same moment: calls of the least served as a share of the most served.
    public double LeastServed { get; }

    /// The most by which any window of any account was over its limit.
    public int WorstOver => Enumerable.Range(0, outcome.Demand.Plan.Accounts).Max(account => Math.Max(
        Over(account, limits.PerMinute, TimeSpan.FromMinutes(1)), Over(account, limits.PerHour, TimeSpan.FromHours(1))));

    /// The share of leads that one of the same account and kind overtook that had come in more than a moment later.
    public double Overtaken => (double)leads.Sum(account =>
        Overtakes(account.Where(lead => lead.IsLive)) + Overtakes(account.Where(lead => !lead.IsLive))) / leads.Sum(account => account.Count());

    /// The busiest node, as a multiple of the average of those that lived.
    public double Imbalance => outcome.CallsOfNodes.SkipLast(1).Max() / outcome.CallsOfNodes.SkipLast(1).Average();

    public double Percentile(double share) => Waits[(int)(share * (Waits.Count - 1))];

    private IEnumerable<int> Within()
    {
        var most = limits.PerHour * outcome.Demand.Plan.Length.TotalHours * WellWithin;
        return leads.Where(account => account.Count() < most && !outcome.Demand.Burst.Contains(account.Key)).Select(account => account.Key);
    }

    private double Wait(Lead lead) => ((outcome.BeganAt(lead) ?? outcome.Demand.Plan.Length) - lead.At).TotalSeconds;

    private (double, double, int) BudgetUse()
    {
        var (called, possible, least, busy) = (0L, 0L, 1.0, 0);
        foreach (var account in leads)
        {
            var (calls, isBusy) = Ideal(account);
            if (!isBusy)
                continue;
            var made = Math.Min(outcome.CountedOf(account.Key).Count, calls);
            (called, possible, busy) = (called + made, possible + calls, busy + 1);
            least = Math.Min(least, (double)made / calls);
        }
        return (possible == 0 ? 1 : (double)called / possible, least, busy);
    }

    private (int Calls, bool IsBusy) Ideal(IEnumerable<Lead> account)
    {
        var (budget, now, calls) = (new AccountBudget(limits), TimeSpan.Zero, 0);
        foreach (var lead in account.OrderBy(lead => lead.At))
        {
            now = lead.At > now ? lead.At : now;
            while (!budget.Take(now, 1))
                now = budget.FreeAt(now)!.Value;
            if (now >= outcome.Demand.Plan.Length)
                return (calls, true);
            budget.End(now);
            calls++;
        }
        return (calls, false);
    }

    private int Over(int account, int limit, TimeSpan window)
    {
        var calls = outcome.CountedOf(account).Order().ToList();
        var (most, first) = (0, 0);
        for (var last = 0; last < calls.Count; last++)
        {
            while (calls[first] + window <= calls[last])
                first++;
            most = Math.Max(most, last - first + 1);
        }
        return Math.Max(0, most - limit);
    }

    private long Overtakes(IEnumerable<Lead> oldestFirst)
    {
        var (sorted, count, earliest) = (oldestFirst.ToList(), 0L, TimeSpan.MaxValue);
        var younger = sorted.Count - 1;
        for (var place = sorted.Count - 1; place >= 0; place--)
        {
            for (; sorted[younger].At > sorted[place].At + Shortly; younger--)
                earliest = Began(sorted[younger]) is var other && other < earliest ? other : earliest;
            // The way to another node is no overtaking.
            if (Began(sorted[place]) - Simulation.Notice > earliest)
                count++;
        }
        return count;
    }

    private TimeSpan Began(Lead lead) => outcome.BeganAt(lead) ?? TimeSpan.MaxValue;
}
