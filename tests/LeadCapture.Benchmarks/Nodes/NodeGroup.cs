using System.Data.Common;
using LeadCapture.Benchmarks.Processes;

namespace LeadCapture.Benchmarks.Nodes;

/// Programs on one database, with one Reply.io that answers at once.
public sealed class NodeGroup : IAsyncDisposable
{
    private const string CountsSql = """
        SELECT (SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()),
            pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint,
            (SELECT sum(n_tup_upd)::bigint FROM pg_stat_user_tables), (SELECT sum(n_tup_hot_upd)::bigint FROM pg_stat_user_tables),
            (SELECT count(*) - 1 FROM pg_stat_activity WHERE datname = current_database())
        """;

    private const string BytesSql = """
        SELECT sum(pg_total_relation_size(oid))::float8 / (SELECT count(*) FROM leads) FROM pg_class
        WHERE relkind = 'r' AND relname IN ('leads', 'deliveries', 'attempts', 'search_entries')
        """;

    /// Until what a backend has counted stands in the view.
    private static readonly TimeSpan Told = TimeSpan.FromSeconds(2);
    private readonly List<ChildProcess> programs = [];
    private readonly DbDataSource database;

    private NodeGroup(DbDataSource database) => this.database = database;

    public IReadOnlyList<Uri> Addresses { get; private init; } = [];

    public static async Task<NodeGroup> Start(string app, string connection, Scratch scratch, int count, int budget)
    {
        var group = new NodeGroup(Database.Open(StoreKind.PostgreSql, connection))
        {
            Addresses = [.. Enumerable.Range(0, count).Select(_ => Ports.FreeAddress())],
        };
        var replyIo = Ports.FreeAddress();
        group.programs.Add(ChildProcess.Start([Environment.ProcessPath!, "upstream", "--port", $"{replyIo.Port}"],
            Path.Combine(scratch.Folder, $"upstream-{replyIo.Port}.log"), []));
        await Readiness.Of(replyIo);
        foreach (var address in group.Addresses)
        {
            var data = scratch.New($"node-{address.Port}");
            group.programs.Add(ChildProcess.Start(["dotnet", Path.Combine(app, "LeadCapture.dll"), "--urls", address.ToString()],
                $"{data}.log", Settings(data, replyIo, connection, budget)));
            await Readiness.Of(address);
        }
        return group;
    }

    public async Task<NodeCounts> Count(Func<Task> during)
    {
        await Task.Delay(Told);
        var before = await Read();
        await during();
        await Task.Delay(Told);
        var after = await Read();
        return new(after.Commits - before.Commits, after.Wal - before.Wal, after.Updates - before.Updates,
            after.HotUpdates - before.HotUpdates, after.Connections);
    }

    public async Task<double> BytesOfLead() => (await Database.Query(database, BytesSql, row => row.GetDouble(0)))[0];

    public async Task<long> Stored() => (await Database.Query(database, "SELECT count(*) FROM leads", row => row.GetInt64(0)))[0];

    public async ValueTask DisposeAsync()
    {
        foreach (var program in programs)
            await program.DisposeAsync();
        await database.DisposeAsync();
    }

    private async Task<NodeCounts> Read() => (await Database.Query(database, CountsSql,
        row => new NodeCounts(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4))))[0];

    private static IEnumerable<(string, string)> Settings(string data, Uri replyIo, string connection, int budget) =>
    [
        ("ASPNETCORE_ENVIRONMENT", "Production"), ("DataDirectory", data), ("Reply__BaseUrl", replyIo.ToString()), ("Reply__ApiKey", "bench-key"),
        ("Reply__UseSandbox", "false"), ("Reply__RequestsPerMinute", $"{budget}"), ("Reply__RequestsPerHour", $"{budget}"),
        ("Reply__MaxConcurrentCalls", "64"), ("Reply__InlineWait", "00:00:30"), ("RateLimits__PostsPerMinute", "0"),
        ("Database__Provider", "PostgreSql"), ("ConnectionStrings__LeadCapture", connection),
    ];
}

public sealed record NodeCounts(long Commits, long Wal, long Updates, long HotUpdates, long Connections);
