using LeadCapture.Benchmarks.Processes;
using LeadCapture.Sandbox;
using LeadCapture.Tests.Support;

namespace LeadCapture.Benchmarks.Soak;

/// All that a soak runs on: Reply.io's stand-in, the database or the disk, and the nodes.
public sealed class World : IAsyncDisposable
{
    private readonly string clockFile;
    private string key = "key-1";
    private int keys = 1;

    private World(SandboxServer replyIo, PostgreSqlServer? database, SmallDisk disk, string clockFile) =>
        (ReplyIo, Database, Disk, this.clockFile) = (replyIo, database, disk, clockFile);

    public SandboxServer ReplyIo { get; }

    public PostgreSqlServer? Database { get; }

    public SmallDisk Disk { get; }

    public IReadOnlyList<Node> Nodes { get; private set; } = [];

    public required bool HasClock { get; init; }

    public required StoreKind Store { get; init; }

    public string ConnectionString { get; private set; } = "";

    public static async Task<World> Build(StoreKind store, Arguments arguments, string? app, Scratch scratch)
    {
        var name = store.ToString();
        var database = store == StoreKind.PostgreSql ? await PostgreSqlServer.Start(flushes: true) : null;
        var disk = store == StoreKind.Sqlite ? await SmallDisk.Mount(scratch.New(name)) : SmallDisk.None(scratch.New(name));
        var replyIo = await SandboxServer.Start(new() { ApiKey = "key-1", KeepCalls = 5_000_000 });
        var world = new World(replyIo, database, disk, Path.Combine(scratch.Folder, name + ".clock"))
        {
            HasClock = arguments.Switch("clock"),
            Store = store,
        };
        world.ConnectionString = database is null
            ? $"Data Source={Path.Combine(disk.Folder, "leadcapture.db")}"
            : await database.NewDatabase();
        var count = database is null ? 1 : Math.Max(1, arguments.Whole("nodes", 3));
        world.Nodes = [.. Enumerable.Range(1, count).Select(number => world.NewNode(number, app, scratch))];
        return world;
    }

    /// From now on only a new key is accepted, and nodes that start get it.
    public void ReplaceKey()
    {
        key = $"key-{++keys}";
        ReplyIo.State.AcceptKey(key);
    }

    /// As a whole, or a node would read half of a number.
    public void SetClock(int seconds)
    {
        File.WriteAllText(clockFile + ".new", seconds.ToString(InvariantCulture));
        File.Move(clockFile + ".new", clockFile, overwrite: true);
    }

    public async Task IsUp(CancellationToken patience)
    {
        foreach (var node in Nodes)
            while (!await node.IsReady())
                await Task.Delay(100, patience);
    }

    public async ValueTask DisposeAsync()
    {
        await using var disk = Disk;
        await using var database = Database;
        await using var replyIo = ReplyIo;
        await Task.WhenAll(Nodes.Select(node => node.DisposeAsync().AsTask()));
    }

    private Node NewNode(int number, string? app, Scratch scratch)
    {
        var program = app is null ? Environment.ProcessPath! : Path.Combine(app, "LeadCapture.dll");
        IReadOnlyList<string> command = app is null ? [program, "node"] : ["dotnet", program];
        var data = Database is null ? Disk.Folder : scratch.New($"node-{number}");
        var log = Path.Combine(scratch.Folder, $"{Store}-node-{number}.log");
        return new(Ports.FreeAddress(), command, log, () => Settings(data));
    }

    private IEnumerable<(string, string)> Settings(string data) =>
    [
        ("ASPNETCORE_ENVIRONMENT", "Production"),
        ("DataDirectory", data),
        ("Reply__BaseUrl", ReplyIo.Address.ToString()),
        ("Reply__ApiKey", key),
        ("Reply__UseSandbox", "false"),
        ("Reply__RetryBaseDelay", "00:00:00.200"),
        ("Reply__AttemptTimeout", "00:00:01"),
        ("Reply__InlineWait", "00:00:01"),
        ("Reply__RequestsPerMinute", "0"),
        ("Reply__RequestsPerHour", "0"),
        ("RateLimits__PostsPerMinute", "0"),
        (ClockedNode.ClockFile, clockFile),
        .. Database is null ? Array.Empty<(string, string)>()
            : [("Database__Provider", "PostgreSql"), ("ConnectionStrings__LeadCapture", ConnectionString)],
    ];
}
