using LeadCapture.Benchmarks.Processes;
using LeadCapture.Benchmarks.Scale;
using LeadCapture.Deliveries;
using LeadCapture.Sandbox;

namespace LeadCapture.Benchmarks.Backlog;

/// A store with a backlog, its Reply.io, and the nodes that work on it.
public sealed class BacklogNodes : IAsyncDisposable
{
    private readonly ScaleStore store;
    private readonly List<ChildProcess> nodes = [];
    private readonly List<Uri> addresses = [];

    private BacklogNodes(ScaleStore store, SandboxServer replyIo) => (this.store, ReplyIo) = (store, replyIo);

    public required StoreKind Kind { get; init; }
    public required TimeProvider Clock { get; init; }
    public SandboxServer ReplyIo { get; }
    public int Count => nodes.Count;

    /// Of the first node.
    public Uri Address => addresses[0];

    public static async Task<BacklogNodes> Fill(
        StoreKind kind, int leads, TimeProvider clock, Scratch scratch, DeliveryState state = DeliveryState.Waiting)
    {
        var store = await ScaleStore.Create(kind, scratch);
        await store.Fill(BacklogData.Of(leads, clock.GetUtcNow().UtcDateTime, state));
        var replyIo = await SandboxServer.Start(new() { KeepCalls = leads, Clock = clock });
        return new(store, replyIo) { Kind = kind, Clock = clock };
    }

    /// By hand, as an administrator does it.
    public Task Pause() => store.Run("UPDATE gates SET reason = 4");

    public Task GoOn() => store.Run("UPDATE gates SET reason = 0");

    public async Task Start(IReadOnlyList<string> command, int perMinute, int perHour, Scratch scratch)
    {
        var count = Kind == StoreKind.Sqlite ? 1 : 3;
        addresses.AddRange(Enumerable.Range(0, count).Select(_ => Ports.FreeAddress()));
        foreach (var (number, address) in addresses.Index())
        {
            var data = Kind == StoreKind.Sqlite ? store.Options.DataDirectory : scratch.New($"backlog-node-{Guid.NewGuid():N}");
            nodes.Add(ChildProcess.Start([.. command, $"--urls={address}"],
                Path.Combine(scratch.Folder, $"backlog-{Kind}-{number + 1}.log"), Settings(data, perMinute, perHour)));
        }
        foreach (var address in addresses)
            await Readiness.Of(new(address, "/health/ready"));
    }

    /// Of one core, for each node.
    public async Task<IReadOnlyList<double>> Load(TimeSpan time)
    {
        var before = nodes.ConvertAll(node => node.ProcessorTime());
        await Task.Delay(time);
        return [.. nodes.Select((node, place) => (node.ProcessorTime() - before[place]) / time)];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes)
            await node.DisposeAsync();
        await ReplyIo.DisposeAsync();
        await store.DisposeAsync();
    }

    private IEnumerable<(string, string)> Settings(string data, int perMinute, int perHour) =>
    [
        ("ASPNETCORE_ENVIRONMENT", "Production"), ("DataDirectory", data),
        ("Reply__BaseUrl", ReplyIo.Address.ToString()), ("Reply__ApiKey", "bench-key"), ("Reply__UseSandbox", "false"),
        ("Reply__RequestsPerMinute", $"{perMinute}"), ("Reply__RequestsPerHour", $"{perHour}"),
        ("Database__Provider", Kind.ToString()), ("ConnectionStrings__LeadCapture", store.Options.ConnectionString),
        ("RateLimits__PostsPerMinute", "0"), .. AdminClient.Settings,
        .. Clock is RunningClock running ? [running.Setting] : Array.Empty<(string, string)>(),
    ];
}
