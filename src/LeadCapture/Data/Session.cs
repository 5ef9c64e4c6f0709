using System.Data.Common;

namespace LeadCapture.Data;

/// One transaction in plain SQL, the same text on both databases ($1, $2, …). Writes are collected and go out together on Flush.
public abstract class Session : IAsyncDisposable
{
    /// Due deliveries in the order in which they are to be sent, locked against other nodes. $1 = now, $2 = how many at most.
    public abstract string DueSql { get; }

    /// Ends a SELECT whose row must not change under us. SQLite has one writer at a time anyway.
    public abstract string Locking { get; }

    /// Returns the write's place in the counts of the next Flush.
    public abstract int Add(string sql, params object?[] values);

    /// Carries out what was added; the affected rows of each, in order.
    public abstract ValueTask<IReadOnlyList<int>> Flush();

    public abstract ValueTask<List<T>> Query<T>(string sql, Func<DbDataReader, T> read, params object?[] values);

    public abstract ValueTask Commit();

    public abstract Guid Id(DbDataReader row, int column);

    public abstract DateTime Time(DbDataReader row, int column);

    public abstract ValueTask DisposeAsync();

    public Guid? IdOrNull(DbDataReader row, int column) => row.IsDBNull(column) ? null : Id(row, column);

    public DateTime? TimeOrNull(DbDataReader row, int column) => row.IsDBNull(column) ? null : Time(row, column);
}
