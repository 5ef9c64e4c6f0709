using System.Text.Json;
using LeadCapture.Benchmarks.Processes;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;

namespace LeadCapture.Benchmarks.Load;

/// One server at a time with a store, an upstream of its own and a load.
public sealed class LoadBench(StoreKind store, PostgreSqlServer? database, Scratch scratch)
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static int runs;
    private readonly string self = Environment.ProcessPath!;

    private string StoreName => store == StoreKind.Sqlite ? "sqlite" : "postgres";

    public required int Connections { get; init; }
    public required int Delay { get; init; }
    public required TimeSpan Time { get; init; }

    /// Where the app runs; null: on an empty store of its own.
    public StoreOptions? On { get; init; }

    /// What the app has to do before it is measured.
    public Func<Task> Ready { get; init; } = () => Task.CompletedTask;

    public Task<LoadCell> Limit() => Measure("limit", (address, upstream, _, connection) =>
    (
        [self, "limit", "--store", StoreName, "--connection", connection, "--url", address, "--upstream", upstream],
        []));

    public Task<LoadCell> App(string folder) => Measure("app", (address, upstream, data, connection) => (
        ["dotnet", Path.Combine(folder, "LeadCapture.dll"), "--urls", address],
        [
            ("ASPNETCORE_ENVIRONMENT", "Production"), ("DataDirectory", data),
            ("Reply__BaseUrl", upstream), ("Reply__ApiKey", "bench-key"),
            ("Reply__UseSandbox", "false"), ("Reply__RequestsPerMinute", "0"), ("Reply__RequestsPerHour", "0"),
            ("Reply__MaxConcurrentCalls", "64"), ("Reply__InlineWait", "00:00:30"), ("RateLimits__PostsPerMinute", "0"),
            ("Database__Provider", store.ToString()), ("ConnectionStrings__LeadCapture", connection),
        ]));

    private async Task<LoadCell> Measure(
        string name, Func<string, string, string, string, (string[] Command, (string, string)[] Settings)> start)
    {
        var run = $"{store}-{name}-{++runs}".ToLowerInvariant();
        var data = On?.DataDirectory ?? scratch.New(run);
        var connection = On?.ConnectionString
            ?? (database is null ? $"Data Source={Path.Combine(data, "leadcapture.db")}" : await database.NewDatabase());
        var before = On is null ? 0 : await Stored(connection);
        var (address, upstreamAddress) = (Ports.FreeAddress(), Ports.FreeAddress());
        await using var upstream = ChildProcess.Start(
            [self, "upstream", "--port", $"{upstreamAddress.Port}", "--delay", $"{Delay}"],
            Path.Combine(scratch.Folder, run + "-upstream.log"), []);
        await Readiness.Of(upstreamAddress);
        var (command, settings) = start(address.ToString(), upstreamAddress.ToString(), data, connection);
        await using var server = ChildProcess.Start(command, Path.Combine(scratch.Folder, run + ".log"), settings);
        await Readiness.Of(address);
        await Ready();

        var generator = new Generator(address, run);
        await generator.Run(Connections, WarmUp);
        var warm = generator.Thanked;
        generator.Milliseconds.Clear();
        await generator.Run(Connections, Time);
        var memory = server.MemoryPeak();
        var counts = new LoadCounts(generator.Thanked, await Stored(connection) - before, await Received(upstreamAddress));
        var perSecond = (generator.Thanked - warm) / Time.TotalSeconds;
        return new(Connections, Delay, perSecond, generator.Percentile(0.5), generator.Percentile(0.99), memory, counts);
    }

    private async Task<long> Stored(string connection)
    {
        await using var source = Database.Open(store, connection);
        return (await Database.Query(source, "SELECT count(*) FROM leads", row => row.GetInt64(0)))[0];
    }

    /// Every contact once: what was created again counts as well.
    private static async Task<long> Received(Uri upstream)
    {
        using var http = new HttpClient();
        using var state = JsonDocument.Parse(await http.GetStringAsync(new Uri(upstream, "/_sandbox/state")));
        return state.RootElement.GetProperty("created").GetInt64();
    }
}
