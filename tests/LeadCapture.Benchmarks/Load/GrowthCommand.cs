using LeadCapture.Benchmarks.Processes;
using LeadCapture.Benchmarks.Scale;

namespace LeadCapture.Benchmarks.Load;

/// Leads per second of the app on an empty store and on a large one, in turn, so that both have the same of the machine.
public static class GrowthCommand
{
    private const int Rounds = 3;

    public static async Task<int> Run(Arguments arguments)
    {
        using var scratch = new Scratch();
        var app = await PublishedApp.Folder(arguments, scratch.Folder);
        var agree = true;
        foreach (var store in arguments.Stores())
        {
            await using var empty = await ScaleStore.Create(store, scratch);
            await using var large = await ScaleStore.Create(store, scratch);
            var leads = arguments.Whole("leads", 1_000_000);
            await large.Fill(new SearchData(leads, DateTime.UtcNow).Tables);
            for (var round = 1; round <= Rounds; round++)
                foreach (var connections in arguments.Numbers("connections", "1,64"))
                {
                    var (small, grown) = (await Measure(empty, connections), await Measure(large, connections));
                    Console.WriteLine(string.Create(InvariantCulture,
                        $"{store}, {connections} connections: {small.PerSecond:0} leads/s on an empty store, {grown.PerSecond:0} "
                        + $"beside {leads:N0} ({grown.PerSecond / small.PerSecond:0.00})"));
                    agree &= small.Counts.Agree && grown.Counts.Agree;
                }

            Task<LoadCell> Measure(ScaleStore at, int connections) => new LoadBench(store, database: null, scratch)
            {
                Connections = connections,
                Delay = 0,
                Time = TimeSpan.FromSeconds(arguments.Whole("seconds", 8)),
                On = at.Options,
                Ready = at.Indexed,
            }.App(app);
        }
        Console.WriteLine(agree ? "The counts match." : "The counts DIFFER.");
        scratch.Keep = !agree;
        return agree ? 0 : 1;
    }
}
