using System.Data.Common;
using System.Net.Sockets;
using Npgsql;

namespace LeadCapture.Data;

public sealed class PostgreSqlStore : Store, IAsyncDisposable
{
    private const int Connections = 4;
    private const string GssEncryption = "GSS Encryption Mode";
    private const string HomeSql = """
        SELECT (SELECT system_identifier FROM pg_control_system()) || '/' || left(pg_walfile_name(pg_current_wal_lsn()), 8)
        """;

    private readonly NpgsqlDataSource writing;

    /// Of its own, so that no reader takes a connection that a lead waits for.
    private readonly NpgsqlDataSource reading;

    private volatile string home = "";

    public PostgreSqlStore(string connectionString)
    {
        writing = Source(connectionString, Connections, source => source.UsePhysicalConnectionInitializer(_ => { }, Meet));
        reading = Source(connectionString, null, _ => { });
    }

    public override int Parallel => Connections;

    public override bool IsShared => true;

    /// Class 22 of SQLSTATE are data exceptions, such as a letter that the database's encoding does not have.
    public override bool IsFaultOfData(Exception fault) => fault is ArgumentException
        || (fault is PostgresException { SqlState: ['2', '2', ..] });

    public async ValueTask DisposeAsync()
    {
        await writing.DisposeAsync();
        await reading.DisposeAsync();
    }

    /// What ends connections that stand idle: networks, restarts, and limits of the server.
    public override bool IsCut(Exception fault) => fault switch
    {
        StoreClosedException { InnerException: { } told } => IsCut(told),
        PostgresException told => told.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown
            or PostgresErrorCodes.IdleSessionTimeout,
        NpgsqlException broken => broken.InnerException is IOException or SocketException,
        // Npgsql saw it before we did: the connection is not open any more.
        InvalidOperationException closed => closed.Source == "Npgsql",
        _ => false,
    };

    public static async Task<bool> IsAlive(DbConnection connection)
    {
        try
        {
            await using var question = connection.CreateCommand();
            question.CommandText = "SELECT 1";
            await question.ExecuteScalarAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    public override async ValueTask<bool> IsUnicode()
    {
        await using var asking = await Read();
        return (await asking.Query("SELECT current_setting('server_encoding') = 'UTF8'", row => row.GetBoolean(0)))[0];
    }

    /// A copy of the database, or a standby that took over, goes on with a history of its own.
    public override async ValueTask<string> Home()
    {
        try
        {
            await using var asking = await Read();
            return (await asking.Query(HomeSql, row => row.GetString(0)))[0];
        }
        catch (PostgresException)
        {
            // Not every provider lets everybody ask.
            return "";
        }
    }

    protected override async ValueTask<SqlTransaction> OpenSession()
    {
        var connection = await writing.OpenConnectionAsync();
        return new PostgreSqlTransaction(await IsAlive(connection) ? connection : await Renew(writing, connection));
    }

    protected override async ValueTask<SqlTransaction> OpenSessionAtOnce() => new PostgreSqlTransaction(await writing.OpenConnectionAsync());

    protected override async ValueTask<SqlReader> OpenReading() =>
        new PostgreSqlReader(await reading.OpenConnectionAsync(), IsCut, cut => Renew(reading, cut));

    /// What was cut was hardly the only one.
    private static async ValueTask<NpgsqlConnection> Renew(NpgsqlDataSource source, NpgsqlConnection cut)
    {
        await cut.DisposeAsync();
        source.Clear();
        return await source.OpenConnectionAsync();
    }

    /// Each connection that may write, before it is used for the first time. A standby that took over while we ran may not have
    /// heard of what was sent last. One that has not yet taken over is no place to write to.
    private async Task Meet(NpgsqlConnection connection)
    {
        string here;
        try
        {
            here = (await PostgreSqlCommands.Query(connection, null, HomeSql, row => row.GetString(0), []))[0];
        }
        catch (PostgresException untold) when (untold.SqlState != PostgresErrorCodes.ObjectNotInPrerequisiteState)
        {
            return;
        }
        if (home != "" && home != here)
            await PostgreSqlCommands.Run(connection, DoubtSql);
        home = here;
    }

    private static NpgsqlDataSource Source(string connectionString, int? most, Action<NpgsqlDataSourceBuilder> prepare)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxAutoPrepare = 50,
            AutoPrepareMinUsages = 2,
            NoResetOnClose = true,
            // A plan made while the tables were empty would scan them for ever after. All is looked up row by row through an
            // index: a plan that knows no values takes a small question for a large one, and would start workers or read tables.
            Options = "-c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off "
                + "-c max_parallel_workers_per_gather=0 -c jit=off -c plan_cache_mode=force_generic_plan",
        };
        // Only who asks for Kerberos loads its libraries.
        if (!settings.ShouldSerialize(GssEncryption))
            settings[GssEncryption] = "Disable";
        if (most is { } connections)
            settings.MaxPoolSize = connections;
        var source = new NpgsqlDataSourceBuilder(settings.ConnectionString);
        prepare(source);
        return source.Build();
    }
}
