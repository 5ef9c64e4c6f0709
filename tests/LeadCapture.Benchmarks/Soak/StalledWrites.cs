using Npgsql;

namespace LeadCapture.Benchmarks.Soak;

/// PostgreSQL takes its time for a moment: claims stand in line behind a lock of ours, and are carried out once it is gone.
public sealed class StalledWrites : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// They get into line within moments.
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(10);
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlTransaction transaction;

    private StalledWrites(NpgsqlConnection connection, NpgsqlTransaction transaction) =>
        (this.connection, this.transaction) = (connection, transaction);

    /// Null where the database is away just now.
    public static async Task<StalledWrites?> Begin(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString);
        try
        {
            await connection.OpenAsync();
            var transaction = await connection.BeginTransactionAsync();
            await using var order = new NpgsqlCommand("LOCK TABLE attempts IN SHARE MODE", connection, transaction);
            await order.ExecuteNonQueryAsync();
            return new(connection, transaction);
        }
        catch (NpgsqlException)
        {
            await connection.DisposeAsync();
            return null;
        }
    }

    /// Until so many stand in line, or the database goes away: then nobody does.
    public async Task Line(int length)
    {
        const string sql = "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'attempts'::regclass";
        await using var order = new NpgsqlCommand(sql, connection, transaction);
        try
        {
            await Patience.Until(async () => (long)(await order.ExecuteScalarAsync())! >= length, Longest, Pace);
        }
        catch (NpgsqlException)
        {
            // The lock went with its connection.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}
