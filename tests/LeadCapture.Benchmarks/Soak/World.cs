using LeadCapture.Benchmarks.Processes;
using LeadCapture.Sandbox;
using LeadCapture.Tests.Support;

namespace LeadCapture.Benchmarks.Soak;

/// All that a soak runs on: Reply.io's stand-in, the database or the disk, and the nodes.
public sealed class World : IAsyncDisposable
{
    private readonly Scratch scratch;
    private int keys = 1;

    private World(SandboxServer replyIo, PostgreSqlServer? database, SmallDisk disk, Scratch scratch) =>
        (ReplyIo, Database, Disk, this.scratch) = (replyIo, database, disk, scratch);

    public SandboxServer ReplyIo { get; }

    public PostgreSqlServer? Database { get; }

    public SmallDisk Disk { get; }

    public StoreHealth Health { get; } = new();

    public IReadOnlyList<Node> Nodes { get; private set; } = [];

    public required StoreKind Store { get; init; }

    public required Selection Selection { get; init; }

    /// All nodes have a clock of ours.
    public required bool HasClock { get; init; }

    /// One of several nodes has a clock of its own.
    public bool HasOtherClock => Nodes.Count > 1 && Selection.Has(Selection.OtherClock);

    public NodeSettings Settings { get; private set; } = null!;

    public string ConnectionString { get; private set; } = "";

    /// As the command line of the program takes them.
    public IReadOnlyList<(string Name, string Value)> StoreSettings => Database is null
        ? [("DataDirectory", Disk.Folder)]
        : [("Database:Provider", "PostgreSql"), ("ConnectionStrings:LeadCapture", ConnectionString)];

    /// Of SQLite.
    public string File => Path.Combine(Disk.Folder, "leadcapture.db");

    public string Backup => Path.Combine(scratch.Folder, "backup.db");

    public static async Task<World> Build(StoreKind store, Arguments arguments, string? app, Scratch scratch)
    {
        var name = store.ToString();
        var database = store == StoreKind.PostgreSql ? await PostgreSqlServer.Start(flushes: true) : null;
        var disk = store == StoreKind.Sqlite ? await SmallDisk.Mount(scratch.New(name)) : SmallDisk.None(scratch.New(name));
        var replyIo = await SandboxServer.Start(new() { ApiKey = "key-1", KeepCalls = 5_000_000 });
        var world = new World(replyIo, database, disk, scratch)
        {
            HasClock = arguments.Switch("clock"),
            Store = store,
            Selection = new(arguments.Text("faults")),
        };
        world.ConnectionString = database is null ? $"Data Source={world.File}" : await database.NewDatabase();
        world.Settings = new(replyIo.Address, store, world.ConnectionString);
        var count = database is null ? 1 : Math.Max(1, arguments.Whole("nodes", 3));
        world.Nodes = [.. Enumerable.Range(1, count).Select(number => world.NewNode(number, number == count && count > 1, app))];
        return world;
    }

    /// From now on only a new key is accepted, and nodes that start get it.
    public void ReplaceKey()
    {
        Settings.Key = $"key-{++keys}";
        ReplyIo.State.AcceptKey(Settings.Key);
    }

    public void SetClock(int seconds) => Write(ClockFile, seconds);

    public void SetOtherClock(int seconds) => Write(OtherClockFile, seconds);

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

    private string ClockFile => Path.Combine(scratch.Folder, $"{Store}.clock");

    private string OtherClockFile => Path.Combine(scratch.Folder, $"{Store}-other.clock");

    /// As a whole, or a node would read half of a number.
    private static void Write(string file, int seconds)
    {
        System.IO.File.WriteAllText(file + ".new", seconds.ToString(InvariantCulture));
        System.IO.File.Move(file + ".new", file, overwrite: true);
    }

    private Node NewNode(int number, bool isLast, string? app)
    {
        var hasOwnClock = isLast && Selection.Has(Selection.OtherClock);
        IReadOnlyList<string> command = app is null || hasOwnClock
            ? [Environment.ProcessPath!, "node"]
            : ["dotnet", Path.Combine(app, "LeadCapture.dll")];
        var data = Database is null ? Disk.Folder : scratch.New($"node-{number}");
        var log = Path.Combine(scratch.Folder, $"{Store}-node-{number}.log");
        return new(Ports.FreeAddress(), command, log, () => Settings.For(data, hasOwnClock ? OtherClockFile : ClockFile));
    }
}
