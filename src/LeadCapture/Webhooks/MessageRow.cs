using System.Data.Common;
using LeadCapture.Data;

namespace LeadCapture.Webhooks;

/// Webhooks and their messages in plain SQL: the program looks at them all the time, and loads no EF Core for it.
internal static class MessageRow
{
    public static async ValueTask<DateTime?> Oldest(SqlReader reading) => (await reading.Query(
        "SELECT min(hears_since) FROM webhooks WHERE disabled_at IS NULL", row => reading.TimeOrNull(row, 0)))[0];

    public static async ValueTask<DateTime?> Mark(SqlReader reading) => (await reading.Query(
        "SELECT until FROM webhook_marks WHERE id = 1", row => reading.TimeOrNull(row, 0)))[0];

    public static Task KeepMark(Store store, DateTime until) => Run(
        store, "UPDATE webhook_marks SET until = $1 WHERE id = 1 AND (until IS NULL OR until < $1)", until);

    /// Of several nodes that see the same, one is first.
    public static async Task Add(Store store, IEnumerable<Happening> happened, DateTime now)
    {
        await using var transaction = await store.Begin();
        foreach (var one in happened)
            Add(transaction, Guid.CreateVersion7(now), one.WebhookId, one.Event, one.SubjectId, one.LeadId, now);
        await transaction.Commit();
    }

    public static async Task<Guid> AddTest(Store store, int webhook, DateTime now, DateTime lease)
    {
        var id = Guid.CreateVersion7(now);
        await using var transaction = await store.Begin();
        Add(transaction, id, webhook, WebhookEvent.Test, id, null, lease, now);
        await transaction.Commit();
        return id;
    }

    private static void Add(
        SqlTransaction transaction, Guid id, int webhook, WebhookEvent what, Guid subject, Guid? lead, DateTime due, DateTime? now = null) =>
        transaction.Add(
            """
            INSERT INTO webhook_messages (id, webhook_id, event, subject_id, lead_id, created_at, tried_since, state, due_at, attempts, failures)
            VALUES ($1, $2, $3, $4, $5, $6, $6, $7, $8, 0, 0) ON CONFLICT (webhook_id, event, subject_id) DO NOTHING
            """,
            id, webhook, what, subject, lead, now ?? due, WebhookState.Waiting, due);

    /// The webhooks that have something to be sent now.
    public static ValueTask<List<int>> Due(SqlReader reading, DateTime now) => reading.Query(
        """
        SELECT id FROM webhooks AS w WHERE disabled_at IS NULL
            AND EXISTS (SELECT 1 FROM webhook_messages AS m WHERE m.webhook_id = w.id AND m.due_at <= $1)
        """,
        row => row.GetInt32(0), now);

    public static ValueTask<List<DueMessage>> DueOf(SqlReader reading, int webhook, DateTime now, int most) => reading.Query(
        $"""
        SELECT {Columns} FROM webhook_messages AS m JOIN webhooks AS w ON w.id = m.webhook_id
        WHERE m.webhook_id = $1 AND m.due_at <= $2 AND w.disabled_at IS NULL ORDER BY m.due_at LIMIT $3
        """,
        row => Read(reading, row), webhook, now, most);

    public static async ValueTask<DueMessage> Of(SqlReader reading, Guid id) => (await reading.Query(
        $"SELECT {Columns} FROM webhook_messages AS m JOIN webhooks AS w ON w.id = m.webhook_id WHERE m.id = $1",
        row => Read(reading, row), id))[0];

    private const string Columns = "m.id, m.webhook_id, m.event, m.lead_id, m.created_at, m.tried_since, m.due_at, m.failures, "
        + "w.address, w.includes_answers, w.earlier_until";

    private static DueMessage Read(SqlReader reading, DbDataReader row)
    {
        var cells = new SqlCells(reading, row);
        return new(cells.Id(), cells.Number(), (WebhookEvent)cells.Number(), cells.IdOrNull(), cells.Time(), cells.Time(),
            cells.TimeOrNull(), cells.Number(), cells.Text(), cells.Flag(), cells.TimeOrNull());
    }

    /// Of several nodes, one: only it can move the time that it saw. If it dies, the lease runs out and the next one sends.
    public static async Task<bool> Claim(Store store, DueMessage message, DateTime lease)
    {
        await using var transaction = await store.Begin();
        var place = transaction.Add(
            "UPDATE webhook_messages SET due_at = $3 WHERE id = $1 AND due_at = $2", message.Id, message.DueAt, lease);
        await transaction.Flush();
        var claimed = transaction.Counts[place] == 1;
        await transaction.Commit();
        return claimed;
    }

    /// Whoever held the lease says what came back; a person may have ordered a fresh start meanwhile, which stays.
    public static Task End(Store store, DueMessage message, DateTime lease, WebhookState state, DateTime? due, WebhookAnswer answer, DateTime now) =>
        Run(store,
            """
            UPDATE webhook_messages SET state = $3, due_at = $4, attempts = attempts + 1, failures = $5, last_attempt_at = $6,
                last_milliseconds = $7, last_status = $8, last_problem = $9
            WHERE id = $1 AND due_at = $2
            """,
            message.Id, lease, state, due, state == WebhookState.Delivered ? 0 : message.Failures + 1, now,
            (int)answer.Took.TotalMilliseconds, answer.Status, answer.Problem);

    public static Task GiveBack(Store store, DueMessage message, DateTime lease, DateTime now) => Run(
        store, "UPDATE webhook_messages SET due_at = $3 WHERE id = $1 AND due_at = $2", message.Id, lease, now);

    public static Task Disable(Store store, int webhook, DateTime now) => Run(
        store, "UPDATE webhooks SET disabled_at = $2, is_gone = TRUE WHERE id = $1 AND disabled_at IS NULL", webhook, now);

    /// A few at a time, so that nobody waits for it. False: none is left.
    public static async Task<bool> Trim(Store store, Guid before, int most)
    {
        await using var transaction = await store.Begin();
        var place = transaction.Add(
            """
            DELETE FROM webhook_messages WHERE id IN (
                SELECT id FROM webhook_messages WHERE id < $1 AND due_at IS NULL ORDER BY id LIMIT $2)
            """,
            before, most);
        await transaction.Flush();
        var trimmed = transaction.Counts[place];
        await transaction.Commit();
        return trimmed == most;
    }

    private static async Task Run(Store store, string sql, params object?[] values)
    {
        await using var transaction = await store.Begin();
        transaction.Add(sql, values);
        await transaction.Commit();
    }
}

/// A message to be sent, with what its webhook says about it.
internal sealed record DueMessage(
    Guid Id, int WebhookId, WebhookEvent Event, Guid? LeadId, DateTime CreatedAt, DateTime TriedSince, DateTime? DueAt, int Failures,
    string Address, bool IncludesAnswers, DateTime? EarlierUntil);
