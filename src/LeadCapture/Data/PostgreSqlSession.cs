using System.Data.Common;
using Npgsql;

namespace LeadCapture.Data;

/// Writes of a session travel in one round trip.
public sealed class PostgreSqlSession(NpgsqlConnection connection, NpgsqlTransaction transaction) : Session
{
    private NpgsqlBatch batch = new(connection, transaction);

    public override string DueSql => """
        SELECT due.* FROM (VALUES (0), (1), (2)) AS line(priority) CROSS JOIN LATERAL (
            SELECT * FROM deliveries WHERE priority = line.priority AND due_at <= $1
            ORDER BY due_at LIMIT $2 FOR UPDATE SKIP LOCKED) AS due LIMIT $2
        """;

    public override string Locking => " FOR UPDATE";

    public override int Add(string sql, params object?[] values)
    {
        batch.BatchCommands.Add(Command(sql, values));
        return batch.BatchCommands.Count - 1;
    }

    public override async ValueTask<IReadOnlyList<int>> Flush()
    {
        if (batch.BatchCommands.Count == 0)
            return [];
        await batch.ExecuteNonQueryAsync();
        int[] counts = [.. batch.BatchCommands.Cast<NpgsqlBatchCommand>().Select(command => (int)command.RecordsAffected)];
        await batch.DisposeAsync();
        batch = new(connection, transaction);
        return counts;
    }

    public override async ValueTask<List<T>> Query<T>(string sql, Func<DbDataReader, T> read, params object?[] values)
    {
        await using var query = new NpgsqlBatch(connection, transaction);
        query.BatchCommands.Add(Command(sql, values));
        await using var rows = await query.ExecuteReaderAsync();
        List<T> result = [];
        while (await rows.ReadAsync())
            result.Add(read(rows));
        return result;
    }

    public override async ValueTask Commit() => await transaction.CommitAsync();

    public override Guid Id(DbDataReader row, int column) => row.GetGuid(column);

    public override DateTime Time(DbDataReader row, int column) => row.GetDateTime(column);

    public override async ValueTask DisposeAsync()
    {
        await batch.DisposeAsync();
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    private static NpgsqlBatchCommand Command(string sql, object?[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter
            {
                Value = value switch
                {
                    null => DBNull.Value,
                    Enum word => Convert.ToInt32(word, InvariantCulture),
                    _ => value,
                }
            });
        return command;
    }
}
