using Microsoft.Data.Sqlite;

namespace LeadCapture.Data;

/// The one connection that writes to SQLite. Everybody else waits here in line and never on SQLite's own busy handler,
/// which is not fair: under load it starved a writer for ten seconds.
public sealed class SqliteWriter : IDisposable
{
    private readonly SqliteFile file;
    private readonly SemaphoreSlim turn = new(1, 1);
    private SqliteStatements? statements;
    private FileId? log;

    public SqliteWriter(SqliteFile file)
    {
        this.file = file;
        file.Save = Save;
    }

    public async ValueTask<IDisposable> WriterLock(CancellationToken aborted)
    {
        await turn.WaitAsync(aborted);
        return new Release(turn);
    }

    public async ValueTask<SqliteTransaction> Begin()
    {
        await turn.WaitAsync();
        try
        {
            if (file.IsLost)
                throw new StoreLostException();
            statements ??= file.Open();
            statements.Run("BEGIN IMMEDIATE");
            log ??= file.Log;
            return new SqliteTransaction(statements, Verify, End);
        }
        catch
        {
            turn.Release();
            throw;
        }
    }

    public void Dispose()
    {
        file.Saving.GetAwaiter().GetResult();
        statements?.Dispose();
        turn.Dispose();
    }

    /// After the commit, and before anybody is thanked for it.
    private void Verify()
    {
        if (!file.IsThere(log))
            throw file.Lose();
    }

    /// The open handle still has all of a file that no longer has a name.
    private async Task Save(string copy)
    {
        await turn.WaitAsync();
        try
        {
            statements!.Run("VACUUM INTO $1", copy);
        }
        finally
        {
            turn.Release();
        }
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
            (statements, log) = (null, null);
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
