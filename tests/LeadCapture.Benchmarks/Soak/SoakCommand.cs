using LeadCapture.Benchmarks.Processes;

namespace LeadCapture.Benchmarks.Soak;

/// Visitors and faults for a while, then peace, then the ledger.
public static class SoakCommand
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan LongestPeace = TimeSpan.FromSeconds(200);
    private static readonly TimeSpan Spare = TimeSpan.FromSeconds(200);

    public static async Task<int> Run(Arguments arguments)
    {
        var seed = arguments.Whole("seed", Random.Shared.Next(1, 1_000_000));
        var time = TimeSpan.FromSeconds(arguments.Whole("seconds", 60));
        using var scratch = new Scratch();
        var app = arguments.Switch("clock") ? null : await PublishedApp.Folder(arguments, scratch.Folder);
        List<SoakResult> results = [];
        using var interruption = new Interruption();
        scratch.Keep = true;
        foreach (var store in arguments.Stores())
        {
            await using var world = await World.Build(store, arguments, app, scratch);
            Console.WriteLine($"{store}, {time.TotalSeconds} s, seed {seed}, {world.Selection}");
            results.Add(await Soak(world, seed, time).WaitAsync(time + (LongestStart * 2) + LongestPeace + Spare, interruption.Token));
            results[^1].Print();
        }
        scratch.Keep = results.Exists(result => !result.IsGood);
        var lost = results.Sum(result => result.Ledger.Lost.Count);
        var doubled = results.Sum(result => result.Ledger.Doubled.Count);
        Console.WriteLine($"lost {lost}, doubled {doubled}");
        return scratch.Keep ? 1 : 0;
    }

    private static async Task<SoakResult> Soak(World world, int seed, TimeSpan time)
    {
        var destination = await Prepare(world);
        // Reply.io's clock is nobody's but its own.
        world.ReplyIo.State.ClockOffset = TimeSpan.FromSeconds(new Random(seed).Next(-100, 100));
        using var site = new RoundRobin(world.Nodes);
        var people = new People(world.ReplyIo.State, seed, world.Selection.Has(Selection.Known));
        var visitors = new Visitors(site, people, world.Health, seed);
        var faults = new Faults(world, people, visitors, seed);
        using var closing = new CancellationTokenSource();
        var crowd = visitors.Come(closing.Token);
        var meanwhile = faults.Meanwhile(closing.Token);
        await faults.Happen(time);
        await closing.CancelAsync();
        await Task.WhenAll(crowd, meanwhile);
        var settled = await Settle(world);
        var decided = await Operator.Decide(world);
        settled += decided.Count > 0 ? await Settle(world) : TimeSpan.Zero;
        foreach (var node in world.Nodes)
            if (await node.Terminate(forGood: true) is { } complaint)
                faults.Complain(complaint);
        var ledger = new LedgerReport(people.Visits, await StoredLead.All(world), world.ReplyIo.State, destination);
        return new(ledger, faults, visitors, world.Nodes, decided, settled) { Visits = people.Visits.Count };
    }

    /// The first node makes the store, and all of them begin with the forms of the soak in it.
    private static async Task<Destination> Prepare(World world)
    {
        var first = world.Nodes[0];
        await IsUp([first]);
        var destination = await SoakForms.Publish(world);
        await first.Rest();
        await IsUp(world.Nodes);
        return destination;

        async Task IsUp(IReadOnlyList<Node> nodes)
        {
            using var patience = new CancellationTokenSource(LongestStart);
            foreach (var node in nodes)
                node.Start();
            foreach (var node in nodes)
                while (!await node.IsReady())
                    await Task.Delay(100, patience.Token);
        }
    }

    /// All is well again. How long until nothing is left to do?
    private static Task<TimeSpan> Settle(World world) =>
        Patience.Until(async () => world.ReplyIo.State.AtWork == 0 && await StoredLead.Unsettled(world) == 0, LongestPeace);
}
