using LeadCapture.Data;
using LeadCapture.Deliveries;

namespace LeadCapture.Webhooks;

/// What happened to leads of forms that have a webhook and is not among its messages yet. A plus sign keeps the databases on the way
/// through what came in last: without it they would go through all leads of a form, or all that are delivered.
internal static class LeadEvents
{
    /// New leads. One that is quarantined is told once it was released and tried.
    public static ValueTask<List<Happening>> New(SqlReader reading, Guid after, Guid until, int most) => reading.Query(
        """
        SELECT w.id, $3, l.id, l.id, l.id FROM leads AS l JOIN deliveries AS d ON d.lead_id = l.id
        JOIN webhooks AS w ON w.form_id = +l.form_id AND w.disabled_at IS NULL AND (w.events & 1) <> 0 AND w.hears_since <= l.received_at
        WHERE l.id > $1 AND l.id <= $2 AND d.state <> $4
            AND NOT EXISTS (SELECT 1 FROM webhook_messages AS m WHERE m.webhook_id = w.id AND m.event = $3 AND m.subject_id = l.id)
        ORDER BY l.id LIMIT $5
        """,
        row => Read(reading, row), after, until, WebhookEvent.Created, DeliveryState.Quarantined, most);

    /// Leads that came to need a person with no attempt at all.
    public static ValueTask<List<Happening>> Held(SqlReader reading, Guid after, Guid until, int most) => reading.Query(
        """
        SELECT w.id, $3, l.id, l.id, l.id FROM leads AS l JOIN deliveries AS d ON d.lead_id = l.id
        JOIN webhooks AS w ON w.form_id = +l.form_id AND w.disabled_at IS NULL AND (w.events & 4) <> 0 AND w.hears_since <= l.received_at
        WHERE l.id > $1 AND l.id <= $2 AND +d.state = $4 AND d.attempts = 0
            AND NOT EXISTS (SELECT 1 FROM webhook_messages AS m WHERE m.webhook_id = w.id AND m.event = $3 AND m.subject_id = l.id)
        ORDER BY l.id LIMIT $5
        """,
        row => Read(reading, row), after, until, WebhookEvent.NeedsAttention, DeliveryState.NeedsAttention, most);

    /// Contacts that are there now, by the attempt that brought them: what follows after it tells nothing more.
    public static ValueTask<List<Happening>> Delivered(SqlReader reading, DateTime after, DateTime until, int most) => reading.Query(
        """
        SELECT w.id, $3, a.id, l.id, a.id FROM attempts AS a JOIN deliveries AS d ON d.lead_id = a.lead_id
        JOIN leads AS l ON l.id = a.lead_id
        JOIN webhooks AS w ON w.form_id = +l.form_id AND w.disabled_at IS NULL AND (w.events & 2) <> 0 AND w.hears_since <= a.ended_at
        WHERE a.counts_at > $1 AND a.counts_at <= $2 AND a.ended_at = d.delivered_at
            AND NOT EXISTS (SELECT 1 FROM webhook_messages AS m WHERE m.webhook_id = w.id AND m.event = $3 AND m.subject_id = a.id)
        ORDER BY a.counts_at, a.id LIMIT $4
        """,
        row => Read(reading, row), after, until, WebhookEvent.Delivered, most);

    /// Leads whose last attempt has left them to a person.
    public static ValueTask<List<Happening>> HandedOver(SqlReader reading, DateTime after, DateTime until, int most) => reading.Query(
        """
        SELECT w.id, $3, a.id, l.id, a.id FROM attempts AS a JOIN deliveries AS d ON d.lead_id = a.lead_id
        JOIN leads AS l ON l.id = a.lead_id
        JOIN webhooks AS w ON w.form_id = +l.form_id AND w.disabled_at IS NULL AND (w.events & 4) <> 0 AND w.hears_since <= a.ended_at
        WHERE a.counts_at > $1 AND a.counts_at <= $2 AND a.ended_at IS NOT NULL AND +d.state = $4
            AND NOT EXISTS (SELECT 1 FROM attempts AS later WHERE later.lead_id = a.lead_id AND later.counts_at > a.counts_at)
            AND NOT EXISTS (SELECT 1 FROM webhook_messages AS m WHERE m.webhook_id = w.id AND m.event = $3 AND m.subject_id = a.id)
        ORDER BY a.counts_at, a.id LIMIT $5
        """,
        row => Read(reading, row), after, until, WebhookEvent.NeedsAttention, DeliveryState.NeedsAttention, most);

    /// Leads that were tried and never told as new: they were quarantined when they came in.
    public static ValueTask<List<Happening>> Released(SqlReader reading, DateTime after, DateTime until, DateTime earliest, int most) =>
        reading.Query(
        """
        SELECT DISTINCT w.id, $3, l.id, l.id, l.id FROM attempts AS a JOIN leads AS l ON l.id = a.lead_id
        JOIN webhooks AS w ON w.form_id = +l.form_id AND w.disabled_at IS NULL AND (w.events & 1) <> 0 AND w.hears_since <= l.received_at
        WHERE a.counts_at > $1 AND a.counts_at <= $2 AND l.received_at > $4
            AND NOT EXISTS (SELECT 1 FROM webhook_messages AS m WHERE m.webhook_id = w.id AND m.event = $3 AND m.subject_id = l.id)
        LIMIT $5
        """,
        row => Read(reading, row), after, until, WebhookEvent.Created, earliest, most);

    private static Happening Read(SqlReader reading, System.Data.Common.DbDataReader row) =>
        new(row.GetInt32(0), (WebhookEvent)row.GetInt32(1), reading.Id(row, 2), reading.Id(row, 3));
}

/// What a webhook is to be told.
internal readonly record struct Happening(int WebhookId, WebhookEvent Event, Guid SubjectId, Guid LeadId);
