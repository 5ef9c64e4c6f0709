using Npgsql;

namespace LeadCapture.Data;

public sealed class PostgreSqlStore(string connectionString) : Store, IAsyncDisposable
{
    private const int Connections = 4;
    private const string GssEncryption = "GSS Encryption Mode";
    private readonly NpgsqlDataSource writing = Source(connectionString, source => source.MaxPoolSize = Connections);

    /// Of its own, so that no reader takes a connection that a lead waits for.
    private readonly NpgsqlDataSource reading = Source(connectionString, _ => { });

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

    protected override async ValueTask<Session> OpenSession() => new PostgreSqlSession(await writing.OpenConnectionAsync());

    protected override async ValueTask<Reading> OpenReading() => new PostgreSqlReading(await reading.OpenConnectionAsync());

    private static NpgsqlDataSource Source(string connectionString, Action<NpgsqlConnectionStringBuilder> limit)
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
        limit(settings);
        return NpgsqlDataSource.Create(settings);
    }
}
