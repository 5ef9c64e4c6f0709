using System.Globalization;
using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Deliveries;

/// What one lead costs on any machine, from the form to the answer of Reply.io on disk. How fast that is, the benchmarks say.
public class LeadCostTests
{
    private const int Leads = 100;
    private const string Allocated = "dotnet_gc_heap_total_allocated_bytes_total";

    /// In a process of its own, so that nothing else is counted.
    [Fact]
    public async Task A_lead_allocates_no_more_than_it_did()
    {
        var stopped = await TestApp.Start(new TestAppPlan { Settings = RefusalSteps.Unlimited });
        await stopped.Stop();
        await using var program = await TestProgram.Start(stopped, [.. RefusalSteps.Unlimited]);
        await Submit(program, "warm");

        var before = await AllocatedBy(program);
        await Submit(program, "counted");
        var each = (await AllocatedBy(program) - before) / Leads;

        Assert.InRange(each, 1, TestApp.OnPostgreSql ? 120_000 : 100_000);
    }

    [Fact]
    public async Task A_lead_asks_no_more_of_the_store_than_it_did()
    {
        var asked = new AskedSql();
        await using var app = await TestApp.Start(new TestAppPlan { Settings = RefusalSteps.Unlimited, Configure = asked.Watch });
        List<int> counts = [];
        foreach (var email in ClockSteps.People(20))
        {
            var before = asked.Count;
            await app.Submits(email);
            counts.Add(asked.Count - before);
        }

        // What watches in the background asks at other times.
        Assert.InRange(counts.Min(), 1, 5);
    }

    /// A lead that finds no slot as it is stored takes a look and a claim of its own. DeliveryQueueTests hold a batch up with its slots.
    [Fact]
    public async Task Leads_that_come_together_are_sent_without_being_looked_for()
    {
        var asked = new AskedSql();
        await using var app = await TestApp.Start(new TestAppPlan
        {
            Settings = [.. RefusalSteps.Unlimited, "Reply:MaxConcurrentCalls=64"],
            Configure = asked.Watch,
        });

        await Task.WhenAll(Enumerable.Range(0, 16).Select(async visitor =>
        {
            foreach (var email in ClockSteps.People(12, $"visitor{visitor}-"))
                await app.Submits(email);
        }));

        Assert.InRange(asked.InOrder.Count(sql => sql.Contains("UPDATE deliveries SET due_at = CASE", StringComparison.Ordinal)), 0, 19);
    }

    private static async Task Submit(TestProgram program, string name)
    {
        foreach (var email in ClockSteps.People(Leads, name))
            await program.Submits(email);
    }

    private static async Task<double> AllocatedBy(TestProgram program)
    {
        var metrics = await program.Visitor.GetStringAsync(new Uri("/metrics", UriKind.Relative), TestContext.Current.CancellationToken);
        var line = metrics.Split('\n').Single(line => line.StartsWith(Allocated, StringComparison.Ordinal));
        return double.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture);
    }
}
