using System.Diagnostics;

namespace LeadCapture.Benchmarks.Accounts;

/// Many accounts of Reply.io with a budget each, on several nodes: which design keeps all budgets, uses them, and lets nobody wait for others.
public static class AccountsCommand
{
    public static int Run(Arguments arguments)
    {
        var hours = arguments.Whole("hours", 3);
        var accounts = arguments.Whole("accounts", 10_000);
        var trial = new Trial
        {
            Demand = new()
            {
                Accounts = accounts,
                Length = TimeSpan.FromHours(hours),
                LeadsPerSecond = accounts / 100.0,
                Bursts = Math.Max(2, accounts / 200),
            },
            Nodes = arguments.Whole("nodes", 8),
            Slots = arguments.Whole("slots", 8),
            Seed = arguments.Whole("seed", 1),
        };
        var since = Stopwatch.StartNew();
        var results = trial.Run();
        foreach (var result in results)
            Print(result);
        var events = results.Sum(result => result.With.Outcome.Events + result.Without.Outcome.Events);
        Console.WriteLine(string.Create(InvariantCulture,
            $"{events:N0} events in {since.Elapsed.TotalSeconds:0.0} s, {events / since.Elapsed.TotalSeconds:N0} a second"));
        var broken = results.SelectMany(result => result.Broken).ToList();
        broken.ForEach(Console.WriteLine);
        return broken.Count == 0 ? 0 : 1;
    }

    private static void Print(TrialResult result)
    {
        var (with, without) = (result.With, result.Without);
        var (outcome, demand) = (with.Outcome, with.Outcome.Demand);
        Console.WriteLine(string.Create(InvariantCulture, $"""
            {outcome.Design}
              accounts, live leads, backlogs          {demand.Plan.Accounts:N0}, {demand.Leads.Count:N0}, {demand.Burst.Count}
              calls                                   {outcome.Calls:N0}
              most over a limit in any window         {with.WorstOver}
              of the budget, {with.BusyAccounts} accounts with more work  {with.Use:0.0 %}, the worst {with.LeastUse:0.0 %}
              live leads within their budget waited   {Waits(with)}
              the same without the backlogs           {Waits(without)}
              least served of equal backlogs          {with.LeastServed:0.000} of the most served
              overtaken by a younger lead             {with.Overtaken:0.00 %}
              busiest node                            {with.Imbalance:0.00} of the average
              statements for the budget               {(double)outcome.StoreCalls / outcome.Calls:0.000} a call

            """));
    }

    private static string Waits(Findings findings) => string.Create(InvariantCulture,
        $"p50 {findings.Percentile(0.5):0.00}, p95 {findings.Percentile(0.95):0.00}, p99 {findings.Percentile(0.99):0.00}, "
        + $"longest {findings.Waits[^1]:0.0} s");
}
