using Npgsql;

namespace LeadCapture.Benchmarks.Load;

/// Every statement commits by itself, on pooled connections with prepared statements.
public sealed class PostgreSqlLimitStore : LimitStore
{
    private readonly NpgsqlDataSource source;

    public PostgreSqlLimitStore(string connectionString)
    {
        source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxPoolSize = 16,
            MaxAutoPrepare = 10,
            AutoPrepareMinUsages = 1,
            NoResetOnClose = true,
        });
        using var table = source.CreateCommand(TableSql("bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY", "timestamptz"));
        table.ExecuteNonQuery();
    }

    public override async Task<long> Insert(LimitLead lead)
    {
        await using var insert = Command(InsertSql, Values(lead));
        return (long)(await insert.ExecuteScalarAsync())!;
    }

    public override async Task Done(long id, string answer)
    {
        await using var done = Command(DoneSql, [DateTime.UtcNow, answer, id]);
        await done.ExecuteNonQueryAsync();
    }

    public override void Dispose() => source.Dispose();

    private NpgsqlCommand Command(string sql, object[] values)
    {
        var command = source.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return command;
    }
}
