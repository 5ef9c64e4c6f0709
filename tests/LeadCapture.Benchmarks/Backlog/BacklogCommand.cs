using LeadCapture.Benchmarks.Processes;

namespace LeadCapture.Benchmarks.Backlog;

/// Many leads wait and few may be sent: the nodes stay calm, use the budget and never more than it.
public static class BacklogCommand
{
    private const double MostOfACore = 0.01;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan StartIsOver = TimeSpan.FromSeconds(10);

    public static async Task<int> Run(Arguments arguments)
    {
        using var scratch = new Scratch();
        var trials = arguments.Text("trial") is { } only ? [only] : new[] { "paused", "minutes", "hours" };
        var app = trials is ["hours"] ? "" : await PublishedApp.Folder(arguments, scratch.Folder);
        string[] published = ["dotnet", Path.Combine(app, "LeadCapture.dll")];
        var holds = true;
        foreach (var store in arguments.Stores())
            foreach (var trial in trials)
                holds &= trial switch
                {
                    "paused" => await Paused(store, published, arguments, scratch),
                    "minutes" => await InMinutes(store, published, arguments, scratch),
                    "hours" => await InHours(store, arguments, scratch),
                    _ => throw new ArgumentException("--trial takes paused, minutes or hours."),
                };
        Console.WriteLine(holds ? "The promise holds." : "The promise does NOT hold.");
        scratch.Keep = !holds;
        return holds ? 0 : 1;
    }

    private static async Task<bool> Paused(StoreKind store, string[] published, Arguments arguments, Scratch scratch)
    {
        await using var nodes = await BacklogNodes.Fill(store, Leads(arguments), TimeProvider.System, scratch);
        await nodes.Pause();
        await nodes.Start(published, 100, 3000, scratch);
        await Task.Delay(StartIsOver);
        var load = await nodes.Load(TimeSpan.FromSeconds(30));
        Console.WriteLine($"{store}, {nodes.Count} nodes, paused: {Percent(load)} of a core each, "
            + $"{nodes.ReplyIo.State.Received} calls");
        return load.All(share => share < MostOfACore) && nodes.ReplyIo.State.Received == 0;
    }

    /// The program as it is published, on the real clock.
    private static async Task<bool> InMinutes(StoreKind store, string[] published, Arguments arguments, Scratch scratch)
    {
        const int perMinute = 60;
        var lasting = Minute * arguments.Whole("minutes", 3);
        await using var nodes = await BacklogNodes.Fill(store, Leads(arguments), TimeProvider.System, scratch);
        await nodes.Start(published, perMinute, 3000, scratch);
        var load = await nodes.Load(lasting);
        return Report(store, nodes, load, new BudgetUse(nodes.ReplyIo.State.Calls, perMinute, Minute, lasting));
    }

    /// The budget of a new installation, on a clock that runs faster.
    private static async Task<bool> InHours(StoreKind store, Arguments arguments, Scratch scratch)
    {
        var speed = arguments.Whole("speed", 60);
        var lasting = Hour * arguments.Whole("hours", 2);
        await using var nodes = await BacklogNodes.Fill(
            store, Leads(arguments), new RunningClock(DateTimeOffset.UtcNow, speed), scratch);
        await nodes.Start([Environment.ProcessPath!, "node"], 100, 3000, scratch);
        var load = await nodes.Load(lasting / speed);
        var calls = nodes.ReplyIo.State.Calls;
        var inMinute = new BudgetUse(calls, 100, Minute, TimeSpan.Zero);
        Console.WriteLine($"{store}, at {speed} times the speed, at most {inMinute.MostInWindow} of 100 in any minute");
        return Report(store, nodes, load, new BudgetUse(calls, 3000, Hour, lasting)) && !inMinute.IsExceeded;
    }

    private static bool Report(StoreKind store, BacklogNodes nodes, IReadOnlyList<double> load, BudgetUse use)
    {
        var state = nodes.ReplyIo.State;
        Console.WriteLine($"{store}, {nodes.Count} nodes, {use}; {state.Doubled} sent twice, {state.Rejected} refused; "
            + $"{Percent(load)} of a core each");
        return use.Share >= BudgetUse.Least && !use.IsExceeded && state.Doubled == 0;
    }

    private static int Leads(Arguments arguments) => arguments.Whole("leads", 100_000);

    private static string Percent(IReadOnlyList<double> load) =>
        string.Join(", ", load.Select(share => share.ToString("0.00%", InvariantCulture)));
}
