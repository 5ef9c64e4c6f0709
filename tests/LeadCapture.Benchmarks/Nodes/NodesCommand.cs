using LeadCapture.Benchmarks.Load;
using LeadCapture.Benchmarks.Processes;
using LeadCapture.Tests.Support;

namespace LeadCapture.Benchmarks.Nodes;

/// What nodes cost the one PostgreSQL that they share: at rest, and for each lead, without a budget and with one that never runs out.
public static class NodesCommand
{
    /// Several nodes on the same cores take longer until their code is compiled for good.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(25);

    /// PostgreSQL counts what it has done some seconds later.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(20);
    private static int runs;

    public static async Task<int> Run(Arguments arguments)
    {
        using var scratch = new Scratch();
        var app = await PublishedApp.Folder(arguments, scratch.Folder);
        await using var server = await PostgreSqlServer.Start(flushes: true);
        var agree = true;
        foreach (var budget in new[] { 0, 100_000_000 })
            foreach (var count in arguments.Numbers("nodes", "1,2,4"))
                agree &= await Measure(arguments, app, server, scratch, count, budget);
        return agree ? 0 : 1;
    }

    private static async Task<bool> Measure(Arguments arguments, string app, PostgreSqlServer server, Scratch scratch, int count, int budget)
    {
        await using var nodes = await NodeGroup.Start(app, await server.NewDatabase(), scratch, count, budget);
        var name = $"{++runs}-";
        await Task.WhenAll(nodes.Addresses.Select((address, place) => new Generator(address, $"warm{name}{place}").Run(1, WarmUp)));
        await Task.Delay(Settling);
        var atRest = await nodes.Count(() => Task.Delay(Rest));
        var time = TimeSpan.FromSeconds(arguments.Whole("seconds", 8));
        var each = Math.Max(1, arguments.Whole("connections", 32) / count);
        List<Generator> generators = [.. nodes.Addresses.Select((address, place) => new Generator(address, $"{name}{place}"))];
        var loaded = await nodes.Count(() => Task.WhenAll(generators.Select(generator => generator.Run(each, time))));
        var leads = generators.Sum(generator => generator.Thanked);
        var bytes = await nodes.BytesOfLead();
        Console.WriteLine(string.Create(InvariantCulture, $"{count} nodes, {(budget == 0 ? "no budget" : "a budget")}: "
            + $"at rest {atRest.Commits / Rest.TotalSeconds / count:0.0} transactions a second each, {atRest.Connections / count} connections each; "
            + $"{leads / time.TotalSeconds:0} leads/s, p99 {generators.Max(generator => generator.Percentile(0.99)):0} ms, a lead: "
            + $"{(double)loaded.Commits / leads:0.00} transactions, {(double)loaded.Wal / leads:0} bytes of WAL, "
            + $"{(double)loaded.Updates / leads:0.00} rows updated ({(double)loaded.HotUpdates / Math.Max(1, loaded.Updates):0 %} in place); "
            + $"connections {loaded.Connections}; bytes a lead {bytes:0}"));
        return await nodes.Stored() >= leads;
    }
}
