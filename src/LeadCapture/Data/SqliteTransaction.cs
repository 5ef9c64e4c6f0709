using System.Data.Common;

namespace LeadCapture.Data;

public sealed class SqliteTransaction(SqliteStatements statements, Action verify, Action<bool> end) : SqlTransaction
{
    private readonly List<int> counts = [];
    private bool committed;

    public override string DueSql => """
        SELECT * FROM (
            SELECT * FROM (SELECT * FROM deliveries WHERE priority = 0 AND due_at <= $1 ORDER BY due_at LIMIT $2)
            UNION ALL SELECT * FROM (SELECT * FROM deliveries WHERE priority = 1 AND due_at <= $1 ORDER BY due_at LIMIT $2)
            UNION ALL SELECT * FROM (SELECT * FROM deliveries WHERE priority = 2 AND due_at <= $1 ORDER BY due_at LIMIT $2)) LIMIT $2
        """;

    public override string Locking => "";

    public override int Add(string sql, params object?[] values)
    {
        counts.Add(statements.Run(sql, values));
        return counts.Count - 1;
    }

    public override IReadOnlyList<int> Counts => counts;

    public override ValueTask Run(string script)
    {
        statements.RunOnce(script);
        return default;
    }

    public override ValueTask Flush() => default;

    public override ValueTask<List<T>> Query<T>(string sql, Func<DbDataReader, T> read, params object?[] values) =>
        new(statements.Query(sql, read, values));

    public override ValueTask Commit()
    {
        statements.Run("COMMIT");
        committed = true;
        verify();
        return default;
    }

    public override Guid Id(DbDataReader row, int column) => SqliteStatements.Id(row, column);

    public override DateTime Time(DbDataReader row, int column) => SqliteStatements.Time(row, column);

    public override ValueTask DisposeAsync()
    {
        end(committed);
        return default;
    }
}
