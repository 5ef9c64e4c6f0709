using System.Data.Common;

namespace LeadCapture.Data;

public sealed class SqliteReader(SqliteStatements statements, Action<SqliteStatements> giveBack) : SqlReader
{
    public override ValueTask<List<T>> Query<T>(string sql, Func<DbDataReader, T> read, params object?[] values) =>
        new(statements.Query(sql, read, values));

    public override Guid Id(DbDataReader row, int column) => SqliteStatements.Id(row, column);

    public override DateTime Time(DbDataReader row, int column) => SqliteStatements.Time(row, column);

    public override ValueTask DisposeAsync()
    {
        giveBack(statements);
        return default;
    }
}
