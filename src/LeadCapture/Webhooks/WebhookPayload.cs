using System.Buffers;
using System.Text.Json;
using LeadCapture.Alerts;
using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.Forms;
using LeadCapture.Leads;

namespace LeadCapture.Webhooks;

/// What a webhook is told: ids, words and a link; what the visitor typed only where that was chosen.
public sealed class WebhookPayload(Store store, FormCatalog forms, LeadLinks links)
{
    /// Null where the lead is no longer there.
    internal async Task<byte[]?> Of(DueMessage message)
    {
        if (message.LeadId is not { } id)
            return Write(message, json => json.WriteString("note", "A test from LeadCapture. No lead is meant."));
        await using var reading = await store.Read();
        if (await Find(reading, id) is not [var (lead, state, contactId)])
            return null;
        var form = await forms.Version(lead.FormId, lead.FormVersion);
        var home = await links.Home(reading);
        return Write(message, json =>
        {
            json.WriteString("leadId", lead.Id);
            json.WriteString("form", form.Slug);
            json.WriteString("reference", lead.Reference);
            json.WriteString("receivedAt", lead.ReceivedAt);
            json.WriteString("channel", lead.Channel);
            json.WriteString("delivery", WordOf(state));
            if (contactId is { } contact)
                json.WriteNumber("contactId", contact);
            json.WriteString("link", home + LeadLinks.Of(lead.Id));
            if (message.IncludesAnswers)
                WriteAnswers(json, SubmittedAnswers.Parse(lead.AnswersJson));
        });
    }

    /// A contact that is there is delivered, whatever still follows by itself.
    private static ValueTask<List<(Lead Lead, DeliveryState State, int? Contact)>> Find(SqlReader reading, Guid id) => reading.Query(
        $"""
        SELECT {LeadRow.Columns}, CASE WHEN d.step > 0 AND d.state IN ($2, $3) THEN $4 ELSE d.state END, d.contact_id
        FROM leads AS l JOIN deliveries AS d ON d.lead_id = l.id WHERE l.id = $1
        """,
        row => Read(new(reading, row)), id, DeliveryState.Waiting, DeliveryState.Unconfirmed, DeliveryState.Delivered);

    private static (Lead, DeliveryState, int?) Read(SqlCells cells) =>
        (LeadRow.Read(cells), (DeliveryState)cells.Number(), cells.NumberOrNull());

    /// In the shape in which the API takes them.
    private static void WriteAnswers(Utf8JsonWriter json, SubmittedAnswers answers)
    {
        json.WriteStartObject("answers");
        foreach (var (name, value) in answers.Properties)
            json.WriteString(name, value);
        json.WriteStartArray("customFields");
        foreach (var answer in answers.CustomFields)
        {
            json.WriteStartObject();
            json.WriteString("key", answer.Key);
            json.WriteString("value", answer.Value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static byte[] Write(DueMessage message, Action<Utf8JsonWriter> data)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type", message.Event.Type());
            json.WriteString("timestamp", message.CreatedAt);
            json.WriteStartObject("data");
            data(json);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    private static string WordOf(DeliveryState state) => state switch
    {
        DeliveryState.Waiting => "waiting",
        DeliveryState.Unconfirmed => "unconfirmed",
        DeliveryState.Delivered => "delivered",
        DeliveryState.NeedsAttention => "needs-attention",
        DeliveryState.Quarantined => "quarantined",
        _ => "discarded",
    };
}
