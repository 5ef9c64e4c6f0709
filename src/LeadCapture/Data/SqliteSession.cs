using System.Data.Common;

namespace LeadCapture.Data;

/// SQLite works in the caller's thread; a statement is prepared once and kept for the connection's life.
public sealed class SqliteSession(SqliteWriter writer) : Session
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
        counts.Add(writer.Prepare(sql, values).ExecuteNonQuery());
        return counts.Count - 1;
    }

    public override ValueTask<IReadOnlyList<int>> Flush()
    {
        int[] flushed = [.. counts];
        counts.Clear();
        return new(flushed);
    }

    public override ValueTask<List<T>> Query<T>(string sql, Func<DbDataReader, T> read, params object?[] values)
    {
        using var rows = writer.Prepare(sql, values).ExecuteReader();
        List<T> result = [];
        while (rows.Read())
            result.Add(read(rows));
        return new(result);
    }

    public override ValueTask Commit()
    {
        writer.Prepare("COMMIT").ExecuteNonQuery();
        committed = true;
        return default;
    }

    public override Guid Id(DbDataReader row, int column) => new((byte[])row.GetValue(column), bigEndian: true);

    public override DateTime Time(DbDataReader row, int column) => new(row.GetInt64(column), DateTimeKind.Utc);

    public override ValueTask DisposeAsync()
    {
        writer.End(committed);
        return default;
    }
}
