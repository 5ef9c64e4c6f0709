using LeadCapture.Data;
using LeadCapture.Forms;
using LeadCapture.Leads;

namespace LeadCapture.Deliveries.Queue;

internal static class DeliveryRow
{
    /// As Read takes them, of deliveries AS due.
    public const string Columns = "due.state, due.priority, due.due_at, due.attempt_id, due.attempts, due.failures, "
        + "due.waited_milliseconds, due.unresolved_since, due.unresolved_version, due.lost_creates, due.empty_look_ups, "
        + "due.email, due.linked_in, due.is_restored, due.step, due.existing_contact, due.was_known, due.contact_id, due.contact_json, "
        + "due.follow_up_json";

    /// Nothing where the lead was not inserted because it is there already: another one, or this one with its delivery.
    public static int Insert(SqlTransaction transaction, Delivery delivery) =>
        delivery.State is DeliveryState.NeedsAttention or DeliveryState.Quarantined
        ? InsertHeld(transaction, delivery)
        : transaction.Add(
        """
        INSERT INTO deliveries (lead_id, state, priority, due_at, email, linked_in, existing_contact, step, attempts, failures,
            waited_milliseconds, lost_creates, empty_look_ups, is_own_contact, is_restored, form_id, channel)
        SELECT $1, $2, $3, $4, $5, $6, $7, 0, 0, 0, 0, 0, 0, FALSE, FALSE, form_id, channel FROM leads WHERE id = $1
        ON CONFLICT (lead_id) DO NOTHING
        """,
        delivery.LeadId, delivery.State, delivery.Priority, delivery.DueAt, delivery.Email, delivery.LinkedIn, delivery.ExistingContact);

    private static int InsertHeld(SqlTransaction transaction, Delivery delivery) => transaction.Add(
        """
        INSERT INTO deliveries (lead_id, state, priority, email, linked_in, reason, problems, failure_key, existing_contact, spam_signs, step,
            attempts, failures, waited_milliseconds, lost_creates, empty_look_ups, is_own_contact, is_restored, form_id, channel)
        SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, 0, 0, 0, 0, 0, FALSE, FALSE, form_id, channel FROM leads WHERE id = $1
        ON CONFLICT (lead_id) DO NOTHING
        """,
        delivery.LeadId, delivery.State, delivery.Priority, delivery.Email, delivery.LinkedIn, delivery.Reason, delivery.Problems,
        delivery.FailureKey, delivery.ExistingContact, delivery.SpamSigns);

    private const string InsertBegun = """
        INSERT INTO deliveries (lead_id, state, priority, due_at, attempt_id, attempts, unresolved_since, unresolved_version,
            email, linked_in, existing_contact, step, failures, waited_milliseconds, lost_creates, empty_look_ups, is_own_contact,
            is_restored, form_id, channel)
        SELECT $1, $5, $6, CASE WHEN now.free THEN $7 ELSE $8 END, CASE WHEN now.free THEN $9 END,
            CASE WHEN now.free THEN 1 ELSE 0 END, CASE WHEN now.free AND $11 THEN $10 END, CASE WHEN now.free AND $11 THEN 0 END,
            $2, $3, $12, 0, 0, 0, 0, 0, FALSE, FALSE, form_id, channel
        FROM now, leads WHERE id = $1
        ON CONFLICT (lead_id) DO NOTHING
        """;

    private const string InsertIfFree = $"WITH now AS MATERIALIZED (SELECT {PersonInLine.IsFree} AS free) {InsertBegun}";

    /// Asked on the way, without a question of its own: whether the gate is clean and sets no limit.
    private const string InsertIfFreePastGate = $"""
        WITH now AS MATERIALIZED (SELECT {PersonInLine.IsFree} AND EXISTS (SELECT 1 FROM gates WHERE id = 1 AND reason = $13
            AND failures = 0 AND coalesce(requests_per_minute, $14) = 0 AND coalesce(requests_per_hour, $15) = 0) AS free) {InsertBegun}
        """;

    /// Begun as it is where no other lead of the person is under way, and otherwise as it came in.
    public static int InsertIfPersonIsFree(SqlTransaction transaction, Delivery delivery) => transaction.Add(InsertIfFree, Begun(delivery));

    /// The same where nobody has looked at the gate.
    public static int InsertPastGate(SqlTransaction transaction, Delivery delivery, BudgetLimits configured) => transaction.Add(
        InsertIfFreePastGate, [.. Begun(delivery), GateReason.None, configured.PerMinute, configured.PerHour]);

    /// A question leaves nothing unresolved.
    private static object?[] Begun(Delivery delivery) =>
    [
        delivery.LeadId, delivery.Email, delivery.LinkedIn, DeliveryState.Unconfirmed, delivery.State, delivery.Priority,
        delivery.DueAt, delivery.Lead!.ReceivedAt, delivery.AttemptId,
        delivery.UnresolvedSince ?? delivery.Lead!.ReceivedAt, delivery.UnresolvedSince is not null, delivery.ExistingContact,
    ];

    public static Delivery Read(SqlCells cells, Lead lead) => Delivery.Stored(
        lead,
        ((DeliveryState)cells.Number(), (DeliveryPriority)cells.Number(), cells.TimeOrNull(), cells.IdOrNull(), cells.Number()),
        (cells.Number(), cells.BigNumber()),
        (cells.TimeOrNull(), cells.NumberOrNull(), cells.Number(), cells.Number()),
        (cells.TextOrNull(), cells.TextOrNull()),
        cells.Flag(),
        ((DeliveryStep)cells.Number(), (ExistingContact)cells.Number(), cells.FlagOrNull(), cells.NumberOrNull(), cells.TextOrNull(),
            cells.TextOrNull()));

    /// It is new all the same where it is this very lead: stored, and the answer to that was lost.
    public static async ValueTask<AcceptedLead> FindAccepted(SqlReader reading, Lead lead) => (await reading.Query(
        """
        SELECT l.id, l.receipt, l.answers_hash, l.received_at, d.state
        FROM leads AS l JOIN deliveries AS d ON d.lead_id = l.id WHERE l.form_id = $1 AND l.submission_id = $2
        """,
        row => Accepted(new(reading, row), lead),
        lead.FormId, lead.SubmissionId))[0];

    /// The contacts that are already those of other leads of the same address.
    public static ValueTask<List<int>> ContactsOfOthers(SqlReader reading, Lead lead) => reading.Query(
        """
        SELECT d.contact_id FROM leads AS l JOIN deliveries AS d ON d.lead_id = l.id
        WHERE l.email = $1 AND l.id <> $2 AND d.contact_id IS NOT NULL
        """,
        row => row.GetInt32(0), lead.Email, lead.Id);

    private static AcceptedLead Accepted(SqlCells cells, Lead sent)
    {
        var id = cells.Id();
        return new(id, cells.Text(), cells.Text(), cells.Time(), (DeliveryState)cells.Number(), IsNew: id == sent.Id, UnderWay: false);
    }

    private const string Beginning = """
        UPDATE deliveries SET due_at = CASE WHEN now.free THEN $5 ELSE $6 END, attempt_id = CASE WHEN now.free THEN $7 END,
            attempts = attempts + CASE WHEN now.free THEN 1 ELSE 0 END,
            unresolved_since = CASE WHEN now.free THEN $8 ELSE unresolved_since END,
            unresolved_version = CASE WHEN now.free THEN $9 ELSE unresolved_version END
        FROM now WHERE lead_id = $1
        """;

    private const string BeginCreate = $"WITH now AS MATERIALIZED (SELECT {PersonInLine.IsFree} AS free) {Beginning}";
    private const string BeginLookUp = $"WITH now AS MATERIALIZED (SELECT {PersonInLine.IsFreeForLookUp} AS free) {Beginning}";

    /// Where another lead of the person goes first, this one is put off until then instead.
    public static void Begin(SqlTransaction transaction, Delivery delivery, DateTime putOff) => transaction.Add(
        delivery.NextKind == AttemptKind.LookUp ? BeginLookUp : BeginCreate,
        delivery.LeadId, delivery.Email, delivery.LinkedIn, DeliveryState.Unconfirmed, delivery.DueAt, putOff, delivery.AttemptId,
        delivery.UnresolvedSince, delivery.UnresolvedVersion);

    /// Its worker died.
    public static void Lose(SqlTransaction transaction, Delivery delivery) => transaction.Add(
        "UPDATE deliveries SET state = $2, due_at = $3, attempt_id = NULL, lost_creates = $4, empty_look_ups = $5 WHERE lead_id = $1",
        delivery.LeadId, delivery.State, delivery.DueAt, delivery.LostCreates, delivery.EmptyLookUps);

    /// What Reply.io once answered stays, also where a resubmission comes to nothing.
    /// Refused (no row) where another worker has taken the delivery over, or a person has decided.
    public static int Update(SqlTransaction transaction, Delivery delivery, Guid attempt) => transaction.Add(
        """
        UPDATE deliveries SET state = $3, priority = $4, due_at = $5, attempt_id = NULL, failures = $6,
            delivered_at = coalesce($7, delivered_at), contact_id = $8, contact_json = $9, reason = $10, problems = $11, cause = $12,
            waited_milliseconds = $13, failure_key = $14, unresolved_since = $15, unresolved_version = $16, lost_creates = $17, empty_look_ups = $18,
            is_own_contact = is_own_contact OR $19, is_restored = $20,
            step = $21, existing_contact = $22, was_known = $23, follow_up_json = $24
        WHERE lead_id = $1 AND attempt_id = $2
        """,
        delivery.LeadId, attempt, delivery.State, delivery.Priority, delivery.DueAt, delivery.Failures, delivery.DeliveredAt,
        delivery.ContactId, delivery.ContactJson, delivery.Reason, delivery.Problems, delivery.Cause, delivery.WaitedMilliseconds,
        delivery.FailureKey, delivery.UnresolvedSince, delivery.UnresolvedVersion, delivery.LostCreates, delivery.EmptyLookUps,
        delivery.IsOwnContact, delivery.IsRestored, delivery.Step, delivery.ExistingContact, delivery.WasKnown, delivery.FollowUpJson);

    /// The contact is there, or a person has to decide.
    public static async ValueTask<bool> IsSettled(SqlReader reading, Guid leadId) => (await reading.Query(
        "SELECT 1 FROM deliveries WHERE lead_id = $1 AND (due_at IS NULL OR step > 0)", row => row.GetInt32(0), leadId)).Count > 0;

    public static async ValueTask<DateTime?> NextDue(SqlTransaction transaction) => (await transaction.Query(
        """
        SELECT min(due_at) FROM (
            SELECT min(due_at) AS due_at FROM deliveries WHERE priority = 0 AND due_at IS NOT NULL
            UNION ALL SELECT min(due_at) FROM deliveries WHERE priority = 1 AND due_at IS NOT NULL
            UNION ALL SELECT min(due_at) FROM deliveries WHERE priority = 2 AND due_at IS NOT NULL) AS first
        """, row => transaction.TimeOrNull(row, 0)))[0];

    /// Where this process is the only one, whoever held a lease is dead since now at the latest.
    /// The priorities lead to the index of what is due.
    public static void LoseAll(SqlTransaction transaction, DateTime now) => transaction.Add(
        """
        UPDATE deliveries SET attempt_id = NULL, due_at = $1, state = $2,
            lost_creates = lost_creates + CASE WHEN state = $2 THEN 0 ELSE 1 END,
            empty_look_ups = CASE WHEN state = $2 THEN empty_look_ups ELSE 0 END
        WHERE priority IN (0, 1, 2) AND due_at IS NOT NULL AND attempt_id IS NOT NULL
        """,
        now, DeliveryState.Unconfirmed);
}
