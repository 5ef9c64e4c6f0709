using System.Data.Common;
using LeadCapture.Data;
using LeadCapture.Leads;

namespace LeadCapture.Deliveries;

/// A lead in plain SQL.
internal static class LeadRow
{
    public static void Insert(SqlTransaction transaction, Lead lead) => transaction.Add(
        """
        INSERT INTO leads (id, receipt, form_id, form_version, submission_id, received_at, channel, page, email, linked_in, answers,
            answers_hash, answers_version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 0) ON CONFLICT (form_id, submission_id) DO NOTHING
        """,
        lead.Id, lead.Receipt, lead.FormId, lead.FormVersion, lead.SubmissionId, lead.ReceivedAt, lead.Channel, lead.Page,
        lead.Email, lead.LinkedIn, lead.Answers, lead.AnswersHash);

    /// It is new all the same where it is this very lead: stored, and the answer to that was lost.
    public static async ValueTask<AcceptedLead> Find(SqlReader reading, Lead lead) => (await reading.Query(
        """
        SELECT l.id, l.receipt, l.answers_hash, l.received_at, d.state
        FROM leads AS l JOIN deliveries AS d ON d.lead_id = l.id WHERE l.form_id = $1 AND l.submission_id = $2
        """,
        row => new AcceptedLead(
            reading.Id(row, 0), row.GetString(1), row.GetString(2), reading.Time(row, 3), (DeliveryState)row.GetInt32(4),
            IsNew: reading.Id(row, 0) == lead.Id, UnderWay: false),
        lead.FormId, lead.SubmissionId))[0];

    /// The contacts that are already those of other leads of the same address.
    public static ValueTask<List<int>> ContactsOfOthers(SqlReader reading, Lead lead) => reading.Query(
        """
        SELECT d.contact_id FROM leads AS l JOIN deliveries AS d ON d.lead_id = l.id
        WHERE l.email = $1 AND l.id <> $2 AND d.contact_id IS NOT NULL
        """,
        row => row.GetInt32(0), lead.Email, lead.Id);

    public const string Columns =
        "l.id, l.receipt, l.form_id, l.form_version, l.submission_id, l.received_at, l.channel, l.page, l.email, l.answers, "
        + "l.answers_hash, l.answers_version";

    public static Lead Of(SqlReader reading, DbDataReader row, int first) => new()
    {
        Id = reading.Id(row, first),
        Receipt = row.GetString(first + 1),
        FormId = row.GetInt32(first + 2),
        FormVersion = row.GetInt32(first + 3),
        SubmissionId = row.GetString(first + 4),
        ReceivedAt = reading.Time(row, first + 5),
        Channel = row.GetString(first + 6),
        Page = row.IsDBNull(first + 7) ? null : row.GetString(first + 7),
        Email = row.IsDBNull(first + 8) ? null : row.GetString(first + 8),
        Answers = row.GetString(first + 9),
        AnswersHash = row.GetString(first + 10),
        AnswersVersion = row.GetInt32(first + 11),
    };
}
