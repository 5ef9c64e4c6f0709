using Microsoft.Data.Sqlite;
using Npgsql;

namespace LeadCapture.Tests.Support;

/// What happens to a database behind the program's back.
internal static class Cutting
{
    /// A firewall or a restart ends every connection that stands idle. SQLite has none.
    public static async Task LosesItsConnections(this TestApp app)
    {
        if (app.Database is null)
            return;
        var name = new NpgsqlConnectionStringBuilder(app.Database).Database!;
        await using var server = ServerOf(app);
        // The program may open new ones at once.
        var cut = await server.Tells("SELECT pid, pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", name);
        await TestApp.Eventually(async () => (await server.Tells(
            "SELECT pid FROM pg_stat_activity WHERE datname = $1", name)).Intersect(cut).Any() is false, "all are cut");
    }

    public static async Task LosesIdleConnectionsUntil(this TestApp app, CancellationToken over)
    {
        if (app.Database is null)
            return;
        const string sql = "SELECT pid, pg_terminate_backend(pid) FROM pg_stat_activity WHERE state = 'idle' AND datname = $1";
        await using var server = ServerOf(app);
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!over.IsCancellationRequested && await pace.WaitForNextTickAsync(CancellationToken.None))
            await server.Tells(sql, new NpgsqlConnectionStringBuilder(app.Database).Database!);
    }

    /// As a server that has become a standby, and back. For PostgreSQL alone.
    public static async Task BecomesReadOnly(this TestApp app, bool readOnly = true)
    {
        // A connection that is just being opened would keep what was set before.
        await app.Alters("ALLOW_CONNECTIONS false");
        await app.LosesItsConnections();
        await app.Alters($"SET default_transaction_read_only = {(readOnly ? "on" : "off")}");
        await app.Alters("ALLOW_CONNECTIONS true");
    }

    private static async Task Alters(this TestApp app, string what)
    {
        await using var server = ServerOf(app);
        await using var order = server.CreateCommand();
        order.CommandText = $"ALTER DATABASE {new NpgsqlConnectionStringBuilder(app.Database).Database} {what}";
        await order.ExecuteNonQueryAsync();
    }

    public static string FileOf(this TestApp app, string ending = "") => Path.Combine(app.Folder, "leadcapture.db" + ending);

    /// Asks the file itself.
    public static async Task<long> Counts(string file, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False;Mode=ReadOnly");
        await connection.OpenAsync();
        await using var query = connection.CreateCommand();
        query.CommandText = sql;
        return (long)(await query.ExecuteScalarAsync())!;
    }

    private static NpgsqlDataSource ServerOf(TestApp app) =>
        NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(app.Database) { Database = "postgres" });

    private static async Task<List<int>> Tells(this NpgsqlDataSource server, string sql, string value)
    {
        await using var order = server.CreateCommand(sql);
        order.Parameters.AddWithValue(value);
        await using var rows = await order.ExecuteReaderAsync();
        List<int> processes = [];
        while (await rows.ReadAsync())
            processes.Add(rows.GetInt32(0));
        return processes;
    }
}
