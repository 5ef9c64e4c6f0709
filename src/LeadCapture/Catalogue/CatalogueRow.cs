using LeadCapture.Data;

namespace LeadCapture.Catalogue;

/// The catalogue in plain SQL: the program looks at it all the time, and loads no EF Core for it.
internal static class CatalogueRow
{
    private const string Columns = "SELECT source, content, read_at, gap, reason, tried_at, next_at FROM catalogues WHERE id = 1";

    /// What is further ahead comes from a clock that was wrong.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(2);

    public static ValueTask<StoredCatalogue> Read(SqlReader reading) => Read(reading, Columns);

    public static ValueTask<StoredCatalogue> ReadLocked(SqlTransaction transaction) => Read(transaction, Columns + transaction.Locking);

    /// Of several nodes, one; also where another Reply.io was read before, which is forgotten. If it dies, the next one tries when its
    /// time is over.
    public static async Task<bool> Take(Store store, string source, DateTime now, DateTime until)
    {
        await using var transaction = await store.Begin();
        var place = transaction.Add(
            """
            UPDATE catalogues SET next_at = $2, source = $4, content = CASE WHEN source = $4 THEN content ELSE '' END,
                read_at = CASE WHEN source = $4 THEN read_at END
            WHERE id = 1 AND (next_at IS NULL OR next_at <= $1 OR next_at > $3 OR source <> $4)
            """,
            now, until, now + Longest, source);
        await transaction.Flush();
        var taken = transaction.Counts[place] == 1;
        await transaction.Commit();
        return taken;
    }

    public static void Write(SqlTransaction transaction, StoredCatalogue catalogue) => transaction.Add(
        "UPDATE catalogues SET source = $1, content = $2, read_at = $3, gap = $4, reason = $5, tried_at = $6, next_at = $7 WHERE id = 1",
        catalogue.Source, catalogue.Content, catalogue.ReadAt, catalogue.Gap, catalogue.Reason, catalogue.TriedAt, catalogue.NextAt);

    private static async ValueTask<StoredCatalogue> Read(SqlReader reading, string sql) => (await reading.Query(sql, row => new StoredCatalogue
    {
        Source = row.GetString(0),
        Content = row.GetString(1),
        ReadAt = reading.TimeOrNull(row, 2),
        Gap = row.IsDBNull(3) ? null : (CatalogueGap)row.GetInt32(3),
        Reason = row.IsDBNull(4) ? null : row.GetString(4),
        TriedAt = reading.TimeOrNull(row, 5),
        NextAt = reading.TimeOrNull(row, 6),
    }))[0];
}
