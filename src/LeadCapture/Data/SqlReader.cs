using System.Data.Common;

namespace LeadCapture.Data;

/// Questions in plain SQL, the same text on both databases ($1, $2, …).
public abstract class SqlReader : IAsyncDisposable
{
    public abstract ValueTask<List<T>> Query<T>(string sql, Func<DbDataReader, T> read, params object?[] values);

    public abstract Guid Id(DbDataReader row, int column);

    public abstract DateTime Time(DbDataReader row, int column);

    public abstract ValueTask DisposeAsync();

    public Guid? IdOrNull(DbDataReader row, int column) => row.IsDBNull(column) ? null : Id(row, column);

    public DateTime? TimeOrNull(DbDataReader row, int column) => row.IsDBNull(column) ? null : Time(row, column);
}
