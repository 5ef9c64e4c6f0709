using Microsoft.Data.Sqlite;

namespace LeadCapture.Data;

/// The one connection that writes to SQLite. Everybody else waits here in line and never on SQLite's own busy handler,
/// which is not fair: under load it starved a writer for ten seconds.
public sealed class SqliteWriter(string connectionString) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private SqliteStatements? statements;

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
            statements ??= new(connectionString);
            statements.Run("BEGIN IMMEDIATE");
            return new SqliteSession(statements, End);
        }
        catch
        {
            turn.Release();
            throw;
        }
    }

    public void Dispose()
    {
        statements?.Dispose();
        turn.Dispose();
    }

    private void End(bool committed)
    {
        try
        {
            if (!committed)
                statements!.Run("ROLLBACK");
        }
        catch (SqliteException)
        {
            // A full disk or a lost file may have rolled back by itself: begin anew with a new connection.
            statements!.Dispose();
            statements = null;
        }
        finally
        {
            turn.Release();
        }
    }

    private sealed class Release(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
