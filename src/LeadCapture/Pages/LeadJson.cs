using System.Text.Json;
using System.Text;
using LeadCapture.Deliveries.Queue;
using LeadCapture.Deliveries;
using LeadCapture.Forms;
using LeadCapture.Shared;

namespace LeadCapture.Pages;

/// What programs are told of a lead.
public static class LeadJson
{
    public static string Of(Confirmation confirmation) => Write(json => WriteDelivery(json, confirmation));

    /// Without a confirmation, where the lead could not be read back: with what the store said when it took it.
    public static string Of(AcceptedLead accepted, PublishedForm form, Confirmation? confirmation, List<string> ignored,
        HttpRequest request) => Write(json =>
    {
        json.WriteString("leadId", accepted.LeadId);
        json.WriteString("receipt", accepted.Receipt);
        if (confirmation is null)
            json.WriteString("delivery", Confirmation.WordOf(accepted.State));
        else
            WriteDelivery(json, confirmation);
        json.WriteString("confirmationUrl",
            $"{request.Scheme}://{request.Host}{request.PathBase}"
            + FormAddress.OfConfirmation(form.Slug, FormShape.Page, accepted.Receipt));
        if (ignored.Count == 0)
            return;
        json.WriteStartArray("ignored");
        foreach (var name in ignored)
            json.WriteStringValue(name);
        json.WriteEndArray();
    });

    private static void WriteDelivery(Utf8JsonWriter json, Confirmation confirmation)
    {
        json.WriteString("delivery", confirmation.Delivery);
        if (!confirmation.ShowsContact || confirmation.State != DeliveryState.Delivered
            || confirmation.Contact is not { } contact)
            return;
        json.WritePropertyName("contact");
        json.WriteRawValue(contact.ToJson());
    }

    private static string Write(Action<Utf8JsonWriter> members)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
