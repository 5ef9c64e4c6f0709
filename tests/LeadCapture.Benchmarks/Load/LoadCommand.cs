using LeadCapture.Benchmarks.Processes;
using LeadCapture.Tests.Support;

namespace LeadCapture.Benchmarks.Load;

/// The limit and the app, one after the other under the same load. Only ratios of one run mean something: load generator,
/// servers, upstream and database share the machine.
public static class LoadCommand
{
    public static async Task<int> Run(Arguments arguments)
    {
        using var scratch = new Scratch();
        var app = await PublishedApp.Folder(arguments, scratch.Folder);
        var time = TimeSpan.FromSeconds(arguments.Whole("seconds", 10));
        var agree = true;
        foreach (var store in arguments.Stores())
        {
            await using var database = store == StoreKind.PostgreSql ? await PostgreSqlServer.Start(flushes: true) : null;
            List<(LoadCell Limit, LoadCell App)> rows = [];
            foreach (var delay in arguments.Numbers("upstream", "0,50"))
                foreach (var connections in arguments.Numbers("connections", "1,16,64"))
                {
                    var bench = new LoadBench(store, database, scratch) { Connections = connections, Delay = delay, Time = time };
                    rows.Add((await bench.Limit(), await bench.App(app)));
                }
            LoadTable.Print(store, rows);
            agree &= rows.TrueForAll(row => row.Limit.Counts.Agree && row.App.Counts.Agree);
        }
        Console.WriteLine(agree ? "The counts match." : "The counts DIFFER.");
        scratch.Keep = !agree;
        return agree ? 0 : 1;
    }
}
