using Microsoft.Data.Sqlite;

namespace LeadCapture.Data;

/// The one connection that writes to SQLite. Everybody else waits here in line and never on SQLite's own busy handler,
/// which is not fair: under load it starved a writer for ten seconds.
public sealed class SqliteWriter(string connectionString) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Dictionary<string, SqliteCommand> prepared = [];
    private SqliteConnection? connection;

    public async ValueTask<IDisposable> Turn(CancellationToken aborted)
    {
        await turn.WaitAsync(aborted);
        return new Release(turn);
    }

    public async ValueTask<SqliteSession> Begin()
    {
        await turn.WaitAsync();
        try
        {
            connection ??= Open();
            Prepare("BEGIN IMMEDIATE").ExecuteNonQuery();
            return new SqliteSession(this);
        }
        catch
        {
            turn.Release();
            throw;
        }
    }

    internal SqliteCommand Prepare(string sql, params object?[] values)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            command = connection!.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++)
                command.Parameters.Add(new SqliteParameter("$" + (i + 1).ToString(InvariantCulture), null));
            prepared.Add(sql, command);
        }
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = Stored(values[i]);
        return command;
    }

    internal void End(bool committed)
    {
        try
        {
            if (!committed)
                Prepare("ROLLBACK").ExecuteNonQuery();
        }
        catch (SqliteException)
        {
            // A full disk or a lost file may have rolled back by itself: begin anew with a new connection.
            Close();
        }
        finally
        {
            turn.Release();
        }
    }

    private static object Stored(object? value) => value switch
    {
        null => DBNull.Value,
        Guid id => id.ToByteArray(bigEndian: true),
        DateTime time => time.Ticks,
        Enum word => Convert.ToInt32(word, InvariantCulture),
        _ => value,
    };

    private SqliteConnection Open()
    {
        var opened = new SqliteConnection(connectionString);
        opened.Open();
        using var pragmas = opened.CreateCommand();
        pragmas.CommandText = Pragmas;
        pragmas.ExecuteNonQuery();
        return opened;
    }

    /// Durable means durable: a lead that was thanked for survives a power cut.
    public const string Pragmas = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 10000;";

    private void Close()
    {
        foreach (var command in prepared.Values)
            command.Dispose();
        prepared.Clear();
        connection?.Dispose();
        connection = null;
    }

    public void Dispose()
    {
        Close();
        turn.Dispose();
    }

    private sealed class Release(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
