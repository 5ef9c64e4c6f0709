using LeadCapture.Data;

namespace LeadCapture.Leads;

internal static class LeadRow
{
    public static void Insert(SqlTransaction transaction, Lead lead) => transaction.Add(
        """
        INSERT INTO leads (id, receipt, form_id, form_version, submission_id, received_at, channel, page, attribution_json, email, linked_in,
            answers_json, answers_hash, answers_version, device_id, event_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 0, $14, $15) ON CONFLICT (form_id, submission_id) DO NOTHING
        """,
        lead.Id, lead.Receipt, lead.FormId, lead.FormVersion, lead.SubmissionId, lead.ReceivedAt, lead.Channel, lead.Page,
        lead.AttributionJson, lead.Email, lead.LinkedIn, lead.AnswersJson, lead.AnswersHash, lead.DeviceId, lead.EventId);

    /// As Read takes them, of leads AS l.
    public const string Columns =
        "l.id, l.receipt, l.form_id, l.form_version, l.submission_id, l.received_at, l.channel, l.page, l.email, l.answers_json, "
        + "l.answers_hash, l.answers_version, l.device_id, l.event_id";

    public static Lead Read(SqlCells cells) => new()
    {
        Id = cells.Id(),
        Receipt = cells.Text(),
        FormId = cells.Number(),
        FormVersion = cells.Number(),
        SubmissionId = cells.Text(),
        ReceivedAt = cells.Time(),
        Channel = cells.Text(),
        Page = cells.TextOrNull(),
        Email = cells.TextOrNull(),
        AnswersJson = cells.Text(),
        AnswersHash = cells.Text(),
        AnswersVersion = cells.Number(),
        DeviceId = cells.IdOrNull(),
        EventId = cells.NumberOrNull(),
    };
}
