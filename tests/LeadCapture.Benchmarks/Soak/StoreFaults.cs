using System.Diagnostics;
using LeadCapture.Benchmarks.Processes;
using LeadCapture.Sandbox;
using Microsoft.Data.Sqlite;

namespace LeadCapture.Benchmarks.Soak;

/// The database goes away or cuts connections, the disk is full, a backup is put back.
public sealed class StoreFaults(World world, Visitors visitors, NodeFaults nodes, Random random)
{
    private static readonly TimeSpan LongestSending = TimeSpan.FromSeconds(15);

    public IEnumerable<Fault> All() => world.Database is not null
        ? [new("database", lasting => world.Health.During(() => StopDatabase(lasting))), new("idle", CutIdleConnections)]
        :
        [
            .. world.Disk.CanBeFull ? [new("disk", lasting => nodes.Spared(() => FillDisk(lasting)))] : Array.Empty<Fault>(),
            new("restore", lasting => nodes.Spared(() => Restore(lasting))),
        ];

    private async Task StopDatabase(TimeSpan lasting)
    {
        await world.Database!.Halt();
        await Task.Delay(lasting);
        await world.Database.Resume();
    }

    /// As a firewall or a proxy does. The database itself is well, so that nobody may feel it.
    private async Task CutIdleConnections(TimeSpan lasting)
    {
        const string sql = """
            SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
            WHERE datname = current_database() AND state = 'idle' AND pid <> pg_backend_pid()
            """;
        await using var source = Database.Open(world.Store, world.ConnectionString);
        var since = Stopwatch.StartNew();
        while (since.Elapsed < lasting)
        {
            await Database.Query(source, sql, row => row.GetInt64(0));
            await Task.Delay(random.Next(50, 500));
        }
    }

    /// With a node that is up, because one that starts on a full disk ends at once.
    private async Task FillDisk(TimeSpan lasting)
    {
        // The file of what is not yet in its place has room for thousands of leads: without it, a full disk would hardly be felt.
        await using var source = Database.Open(world.Store, world.ConnectionString);
        await Database.Query(source, "PRAGMA wal_checkpoint(TRUNCATE)", row => row.GetInt32(0));
        await world.Health.During(async () =>
        {
            world.Disk.Fill();
            await Task.Delay(lasting);
            world.Disk.MakeRoom();
        });
    }

    /// A backup with leads that wait in it is put back after they were sent. Nobody comes in between, so that it loses nothing.
    private async Task Restore(TimeSpan lasting)
    {
        world.ReplyIo.State.Play(Scene.RateLimited);
        await Task.Delay(lasting);
        await visitors.Close();
        await BackUp();
        world.ReplyIo.State.Play(Scene.Normal);
        await Patience.Until(async () => await StoredLead.Unsettled(world) == 0, LongestSending);
        var node = world.Nodes[0];
        if (await node.Rest() is { } complaint)
            nodes.Complaints.Add(complaint);
        foreach (var rest in (string[])["-wal", "-shm"])
            File.Delete(world.File + rest);
        File.Copy(world.Backup, world.File, overwrite: true);
        if (random.Next(2) == 0)
            world.Settings.IsRestored();
        node.Start();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await world.IsUp(patience.Token);
        visitors.Open();
    }

    private async Task BackUp()
    {
        await using var source = new SqliteConnection(world.ConnectionString + ";Pooling=False;Default Timeout=20");
        await using var copy = new SqliteConnection($"Data Source={world.Backup};Pooling=False");
        await source.OpenAsync();
        await copy.OpenAsync();
        source.BackupDatabase(copy);
    }
}
