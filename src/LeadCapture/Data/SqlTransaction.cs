namespace LeadCapture.Data;

/// One transaction. Writes are collected and go out together, at the latest with the commit.
public abstract class SqlTransaction : SqlReader
{
    /// Due deliveries in the order in which they are to be sent, locked against other nodes. $1 = now, $2 = how many at most.
    public abstract string DueSql { get; }

    /// Ends a SELECT whose row must not change under us. SQLite has one writer at a time anyway.
    public abstract string Locking { get; }

    /// Until the end of the transaction no other one has the same keys, which come in an order that all keep. SQLite has one writer
    /// at a time anyway.
    public virtual void Lock(IEnumerable<string> keys)
    {
    }

    /// Returns the write's place in the counts.
    public abstract int Add(string sql, params object?[] values);

    /// How many rows each write affected, once it was carried out.
    public abstract IReadOnlyList<int> Counts { get; }

    /// Several statements without values, as they stand in a file.
    public abstract ValueTask Run(string script);

    /// Carries out what was added, for a question that must see it.
    public abstract ValueTask Flush();

    public abstract ValueTask Commit();
}
