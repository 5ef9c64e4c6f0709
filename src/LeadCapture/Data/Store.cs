using System.Data.Common;
using Npgsql;

namespace LeadCapture.Data;

/// Begins the transactions in plain SQL.
public abstract class Store
{
    /// Transactions that may run at once on this node.
    public abstract int Parallel { get; }

    /// Whether other nodes may work on the same data.
    public abstract bool IsShared { get; }

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
}

/// No transaction can begin: it is not the fault of what was to be written.
public sealed class StoreClosedException(Exception fault)
    : Exception("The store takes nothing at the moment: " + fault.Message, fault);

public sealed class SqliteStore(SqliteWriter writer) : Store
{
    public override int Parallel => 1;

    public override bool IsShared => false;

    protected override async ValueTask<Session> Open() => await writer.Begin();
}

public sealed class PostgreSqlStore(string connectionString) : Store, IAsyncDisposable
{
    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString)
    {
        MaxPoolSize = Connections,
        MaxAutoPrepare = 50,
        AutoPrepareMinUsages = 2,
        NoResetOnClose = true,
        // A plan made while the tables were empty would scan them for ever after.
        Options = "-c enable_seqscan=off -c jit=off -c plan_cache_mode=force_generic_plan",
    });

    private const int Connections = 4;

    public override int Parallel => Connections;

    public override bool IsShared => true;

    protected override async ValueTask<Session> Open()
    {
        var connection = await source.OpenConnectionAsync();
        return new PostgreSqlSession(connection, await connection.BeginTransactionAsync());
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();
}
