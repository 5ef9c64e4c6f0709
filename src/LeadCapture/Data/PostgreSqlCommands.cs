using System.Data.Common;
using Npgsql;

namespace LeadCapture.Data;

internal static class PostgreSqlCommands
{
    public static NpgsqlBatchCommand Of(string sql, object?[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = Stored(value) });
        return command;
    }

    public static async Task Run(NpgsqlConnection connection, string sql)
    {
        await using var order = connection.CreateCommand();
        order.CommandText = sql;
        await order.ExecuteNonQueryAsync();
    }

    public static async ValueTask<List<T>> Query<T>(
        NpgsqlConnection connection, NpgsqlTransaction? transaction, string sql, Func<DbDataReader, T> read, object?[] values)
    {
        await using var query = new NpgsqlBatch(connection, transaction);
        query.BatchCommands.Add(Of(sql, values));
        await using var rows = await query.ExecuteReaderAsync();
        List<T> result = [];
        while (await rows.ReadAsync())
            result.Add(read(rows));
        return result;
    }

    private static object Stored(object? value) => value switch
    {
        null => DBNull.Value,
        Enum word => Convert.ToInt32(word, InvariantCulture),
        _ => value,
    };
}
