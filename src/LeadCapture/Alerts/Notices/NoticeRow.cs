using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.Leads;

namespace LeadCapture.Alerts.Notices;

/// Notices in plain SQL: the program looks at them all the time, and loads no EF Core for it.
internal static class NoticeRow
{
    private const string Columns = "n.form_id, f.slug, n.recipients, n.has_chat, n.rhythm, n.hour, n.time_zone, n.includes_answers, "
        + "n.told_until, n.next_at";

    public static ValueTask<List<DueNotice>> Due(SqlReader reading, DateTime now) => reading.Query(
        $"""
        SELECT {Columns} FROM lead_notices AS n JOIN forms AS f ON f.id = n.form_id
        WHERE n.next_at <= $1 AND (n.recipients <> '' OR n.has_chat)
        """,
        row => Read(new(reading, row)), now);

    public static async ValueTask<DueNotice?> Of(SqlReader reading, int form) => (await reading.Query(
        $"SELECT {Columns} FROM lead_notices AS n JOIN forms AS f ON f.id = n.form_id WHERE n.form_id = $1",
        row => Read(new(reading, row)), form)).SingleOrDefault();

    /// The newest of them in the order in which they came, and how many there are. Without what is suspected to be spam, and without
    /// what a person imports. The plus sign keeps the databases on the way through what came in last.
    public static async ValueTask<(List<Lead> Newest, long Count)> New(SqlReader reading, int form, DateTime after, DateTime until, int most)
    {
        var found = await reading.Query(
            $"""
            SELECT {LeadRow.Columns}, count(*) OVER () FROM leads AS l JOIN deliveries AS d ON d.lead_id = l.id
            WHERE l.id >= $1 AND l.id < $2 AND +l.form_id = $3 AND +d.state <> $4 AND l.channel <> $5 ORDER BY l.id DESC LIMIT $6
            """,
            row => Counted(new(reading, row)),
            LeadId.From(after), LeadId.From(until), form, DeliveryState.Quarantined, Lead.Imported, most);
        found.Reverse();
        return ([.. found.Select(one => one.Lead)], found is [var (_, count), ..] ? count : 0);
    }

    /// Of several nodes, one: only it can move the time that it saw. If it dies, another one tells.
    public static async Task<bool> Claim(Store store, DueNotice notice, DateTime lease)
    {
        await using var transaction = await store.Begin();
        var place = transaction.Add(
            "UPDATE lead_notices SET next_at = $3 WHERE form_id = $1 AND next_at = $2", notice.FormId, notice.NextAt, lease);
        await transaction.Flush();
        var claimed = transaction.Counts[place] == 1;
        await transaction.Commit();
        return claimed;
    }

    public static Task Told(Store store, DueNotice notice, DateTime until, DateTime next, DateTime? sent) => Run(
        store, "UPDATE lead_notices SET told_until = $2, next_at = $3, last_sent = coalesce($4, last_sent) WHERE form_id = $1",
        notice.FormId, until, next, sent);

    public static Task Failed(Store store, DueNotice notice, string? error, DateTime? at) => Run(
        store, "UPDATE lead_notices SET last_error = $2, last_error_at = $3 WHERE form_id = $1", notice.FormId, error, at);

    private static (Lead Lead, long Count) Counted(SqlCells cells) => (LeadRow.Read(cells), cells.BigNumber());

    private static DueNotice Read(SqlCells cells) => new(
        cells.Number(), cells.Text(), cells.Text(), cells.Flag(), (NoticeRhythm)cells.Number(), cells.Number(), cells.Text(),
        cells.Flag(), cells.Time(), cells.Time());

    private static async Task Run(Store store, string sql, params object?[] values)
    {
        await using var transaction = await store.Begin();
        transaction.Add(sql, values);
        await transaction.Commit();
    }
}

/// A notice as it is carried out.
internal sealed record DueNotice(
    int FormId, string Slug, string Recipients, bool HasChat, NoticeRhythm Rhythm, int Hour, string TimeZone, bool IncludesAnswers,
    DateTime ToldUntil, DateTime NextAt);
