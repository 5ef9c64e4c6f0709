using System.Data.Common;
using LeadCapture.Data;

namespace LeadCapture.Deliveries;

/// A delivery in plain SQL.
internal static class DeliveryRow
{
    public const string Columns =
        "due.state, due.priority, due.due_at, due.attempt_id, due.attempts, due.failures, due.trying_since";

    public const int ColumnCount = 7;

    /// Nothing where the lead was not inserted because it is there already: another one, or this one with its delivery.
    public static int Insert(Session session, Delivery delivery) => session.Add(
        """
        INSERT INTO deliveries (lead_id, state, priority, due_at, attempt_id, attempts, failures, trying_since)
        SELECT $1, $2, $3, $4, $5, $6, 0, $7 WHERE EXISTS (SELECT 1 FROM leads WHERE id = $1)
        ON CONFLICT (lead_id) DO NOTHING
        """,
        delivery.LeadId, delivery.State, delivery.Priority, delivery.DueAt, delivery.AttemptId, delivery.Attempts, delivery.TryingSince);

    /// Begun as it is where the gate is clean and sets no limit, and otherwise as it came in: asked on the way, without a question of its own.
    public static int InsertPastGate(Session session, Delivery delivery, Share configured) => session.Add(
        """
        INSERT INTO deliveries (lead_id, state, priority, due_at, attempt_id, attempts, failures, trying_since)
        SELECT $1, $2, $3, CASE WHEN gate.clean THEN $4 ELSE $8 END, CASE WHEN gate.clean THEN $5 END,
            CASE WHEN gate.clean THEN $6 ELSE 0 END, 0, CASE WHEN gate.clean THEN $7 END
        FROM (SELECT reason = 0 AND failures = 0 AND coalesce(requests_per_minute, $9) = 0 AND coalesce(requests_per_hour, $10) = 0
            AS clean FROM gates WHERE id = 1) AS gate
        WHERE EXISTS (SELECT 1 FROM leads WHERE id = $1)
        ON CONFLICT (lead_id) DO NOTHING
        """,
        delivery.LeadId, delivery.State, delivery.Priority, delivery.DueAt, delivery.AttemptId, delivery.Attempts, delivery.TryingSince,
        delivery.Lead!.ReceivedAt, configured.PerMinute, configured.PerHour);

    public static Delivery Of(Session session, DbDataReader row, Leads.Lead lead) => Delivery.Stored(
        lead, (DeliveryState)row.GetInt32(0), (DeliveryPriority)row.GetInt32(1), session.TimeOrNull(row, 2), session.IdOrNull(row, 3),
        row.GetInt32(4), row.GetInt32(5), session.TimeOrNull(row, 6));

    public static void Begin(Session session, Delivery delivery) => session.Add(
        "UPDATE deliveries SET state = $2, due_at = $3, attempt_id = $4, attempts = $5, trying_since = $6 WHERE lead_id = $1",
        delivery.LeadId, delivery.State, delivery.DueAt, delivery.AttemptId, delivery.Attempts, delivery.TryingSince);

    /// What Reply.io once answered stays, also where a resubmission comes to nothing.
    /// Refused (no row) where another worker has taken the delivery over, or a person has decided.
    public static int Update(Session session, Delivery delivery, Guid attempt) => session.Add(
        """
        UPDATE deliveries SET state = $3, priority = $4, due_at = $5, attempt_id = NULL, failures = $6,
            delivered_at = coalesce($7, delivered_at), contact_id = coalesce($8, contact_id),
            contact_json = coalesce($9, contact_json), reason = $10, problems = $11, cause = $12, trying_since = $13, failure_key = $14
        WHERE lead_id = $1 AND attempt_id = $2
        """,
        delivery.LeadId, attempt, delivery.State, delivery.Priority, delivery.DueAt, delivery.Failures, delivery.DeliveredAt,
        delivery.ContactId, delivery.ContactJson, delivery.Reason, delivery.Problems, delivery.Cause, delivery.TryingSince, delivery.FailureKey);

    public static async ValueTask<bool> IsSettled(Reading reading, Guid leadId) => (await reading.Query(
        "SELECT 1 FROM deliveries WHERE lead_id = $1 AND due_at IS NULL", row => row.GetInt32(0), leadId)).Count > 0;

    public static async ValueTask<DateTime?> NextDue(Session session) => (await session.Query(
        """
        SELECT min(due_at) FROM (
            SELECT min(due_at) AS due_at FROM deliveries WHERE priority = 0 AND due_at IS NOT NULL
            UNION ALL SELECT min(due_at) FROM deliveries WHERE priority = 1 AND due_at IS NOT NULL
            UNION ALL SELECT min(due_at) FROM deliveries WHERE priority = 2 AND due_at IS NOT NULL) AS first
        """, row => session.TimeOrNull(row, 0)))[0];

    /// Where this process is the only one: whoever held a lease is dead. The priorities lead to the index of what is due.
    public static void EndLeases(Session session, DateTime now) => session.Add(
        "UPDATE deliveries SET due_at = $1 WHERE priority IN (0, 1, 2) AND due_at > $1 AND attempt_id IS NOT NULL", now);
}
