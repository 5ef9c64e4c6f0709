using LeadCapture.Benchmarks.Processes;
using LeadCapture.Benchmarks.Soak;
using LeadCapture.Data;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LeadCapture.Benchmarks.Scale;

/// A database with the app's schema, filled in bulk.
public sealed class ScaleStore : IAsyncDisposable
{
    private static readonly TimeSpan LongestIndexing = TimeSpan.FromMinutes(30);
    private readonly PostgreSqlServer? server;

    private ScaleStore(PostgreSqlServer? server, StoreOptions options) => (this.server, Options) = (server, options);

    public StoreOptions Options { get; }

    private bool IsSqlite => Options.Provider == DatabaseProvider.Sqlite;

    public static async Task<ScaleStore> Create(StoreKind store, Scratch scratch)
    {
        var server = store == StoreKind.PostgreSql ? await PostgreSqlServer.Start(flushes: true) : null;
        var folder = scratch.New($"scale-{store}-{Guid.NewGuid():N}");
        var created = new ScaleStore(server, new()
        {
            DataDirectory = folder,
            Provider = server is null ? DatabaseProvider.Sqlite : DatabaseProvider.PostgreSql,
            ConnectionString = server is null
                ? $"Data Source={Path.Combine(folder, "leadcapture.db")}"
                : await server.NewDatabase(),
            ForgetSecrets = false,
        });
        var connection = created.Options.ConnectionString;
        await using LeadDb db = server is null
            ? new SqliteLeadDb(new DbContextOptionsBuilder<SqliteLeadDb>().UseSqlite(connection).Options)
            : new PostgreSqlLeadDb(new DbContextOptionsBuilder<PostgreSqlLeadDb>().UseNpgsql(connection).Options);
        await db.Database.MigrateAsync();
        return created;
    }

    public async Task Fill(IReadOnlyList<TableRows> tables)
    {
        if (IsSqlite)
            FillSqlite(tables);
        else
        {
            await FillPostgreSql(tables);
            // As autovacuum does it in the background. SQLite has nobody who would.
            await Run("VACUUM ANALYZE");
            await Run("CHECKPOINT");
        }
    }

    public async Task Run(string sql)
    {
        await using var source = Database.Open(IsSqlite ? StoreKind.Sqlite : StoreKind.PostgreSql, Options.ConnectionString);
        await using var command = source.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }

    public async Task<long> Number(string sql)
    {
        await using var source = Database.Open(IsSqlite ? StoreKind.Sqlite : StoreKind.PostgreSql, Options.ConnectionString);
        return (await Database.Query(source, sql, row => row.GetInt64(0)))[0];
    }

    /// Until the search has all leads; how long that took.
    public Task<TimeSpan> Indexed() => Patience.Until(
        async () => await Number("SELECT count(*) FROM search_entries") == await Number("SELECT count(*) FROM leads"), LongestIndexing);

    public async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        if (server is not null)
            await server.DisposeAsync();
    }

    private void FillSqlite(IReadOnlyList<TableRows> tables)
    {
        using var connection = new SqliteConnection(Options.ConnectionString + ";Pooling=False");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        foreach (var (table, columns, rows) in tables)
        {
            var count = columns.Split(',').Length;
            using var insert = connection.CreateCommand();
            var values = string.Join(", ", Enumerable.Range(1, count).Select(i => $"${i}"));
            insert.CommandText = $"INSERT INTO {table} ({columns}) VALUES ({values})";
            for (var i = 1; i <= count; i++)
                insert.Parameters.Add(new SqliteParameter($"${i}", null));
            foreach (var row in rows)
                Insert(insert, row);
        }
        transaction.Commit();
    }

    private static void Insert(SqliteCommand insert, object?[] row)
    {
        for (var i = 0; i < row.Length; i++)
            insert.Parameters[i].Value = row[i] switch
            {
                null => DBNull.Value,
                Guid id => id.ToByteArray(bigEndian: true),
                DateTime time => time.Ticks,
                int[] ids => $"[{string.Join(',', ids)}]",
                var value => value,
            };
        insert.ExecuteNonQuery();
    }

    private async Task FillPostgreSql(IReadOnlyList<TableRows> tables)
    {
        await using var connection = new NpgsqlConnection(Options.ConnectionString);
        await connection.OpenAsync();
        foreach (var (table, columns, rows) in tables)
        {
            var sql = $"COPY {table} ({columns}) FROM STDIN (FORMAT BINARY)";
            await using var copy = await connection.BeginBinaryImportAsync(sql);
            // The references of millions of rows are checked at its end.
            copy.Timeout = TimeSpan.FromMinutes(15);
            foreach (var row in rows)
                await copy.WriteRowAsync(CancellationToken.None, row!);
            await copy.CompleteAsync();
        }
    }
}

public sealed record TableRows(string Table, string Columns, IEnumerable<object?[]> Rows);
