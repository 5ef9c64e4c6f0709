using System.Data.Common;
using Npgsql;

namespace LeadCapture.Data;

public sealed class PostgreSqlReading(NpgsqlConnection connection) : Reading
{
    public override ValueTask<List<T>> Query<T>(string sql, Func<DbDataReader, T> read, params object?[] values) =>
        PostgreSqlCommands.Query(connection, null, sql, read, values);

    public override Guid Id(DbDataReader row, int column) => row.GetGuid(column);

    public override DateTime Time(DbDataReader row, int column) => row.GetDateTime(column);

    public override ValueTask DisposeAsync() => connection.DisposeAsync();
}
