using System.Data.Common;
using Npgsql;

namespace LeadCapture.Data;

/// Begins the transactions in plain SQL.
public abstract class Store
{
    /// Transactions that may run at once on this node.
    public abstract int Parallel { get; }

    public async ValueTask<Session> Begin()
    {
        try
        {
            return await Open();
        }
        catch (Exception fault) when (fault is DbException or TimeoutException)
        {
            throw new StoreClosedException(fault);
        }
    }

    protected abstract ValueTask<Session> Open();

    /// A place in the line of writers, for whoever writes by another way than a Session.
    public virtual ValueTask<IDisposable?> Turn(CancellationToken aborted) => new((IDisposable?)null);
}

/// No transaction can begin: it is not the fault of what was to be written.
public sealed class StoreClosedException(Exception fault) : Exception("The store takes nothing at the moment: " + fault.Message, fault);

public sealed class SqliteStore(SqliteWriter writer) : Store
{
    public override int Parallel => 1;

    protected override async ValueTask<Session> Open() => await writer.Begin();

    public override async ValueTask<IDisposable?> Turn(CancellationToken aborted) => await writer.Turn(aborted);
}

public sealed class PostgreSqlStore(NpgsqlDataSource source) : Store
{
    public override int Parallel => 4;

    protected override async ValueTask<Session> Open()
    {
        var connection = await source.OpenConnectionAsync();
        return new PostgreSqlSession(connection, await connection.BeginTransactionAsync());
    }
}
