using System.Text.Json.Nodes;

namespace LeadCapture.Forms;

/// Settings that the format of forms names and this version does not have yet. What says nothing is passed over; what says
/// something is refused, so that nobody relies on it.
public static class PlannedSettings
{
    private static readonly JsonObject OfForms = JsonNode.Parse(
        """
        {
          "opensAt": null, "closesAt": null, "maxLeads": null, "redirect": null, "privacyNotice": null, "imprint": null,
          "language": "en", "existingContact": "create",
          "theme": { "accent": "#2a52cc", "background": null, "radius": "medium", "font": "system", "logo": null },
          "afterDelivery": { "sequenceId": null, "listIds": [], "delayMinutes": 0, "rules": [] }
        }
        """)!.AsObject();

    private static readonly JsonObject OfFields = new() { ["showWhen"] = null };

    public static void TakeOut(JsonObject form)
    {
        TakeOut(form, OfForms, "");
        foreach (var (step, steps) in Objects(form["steps"]).Index())
            foreach (var (section, sections) in Objects(steps["sections"]).Index())
                foreach (var (field, fields) in Objects(sections["fields"]).Index())
                    TakeOut(fields, OfFields, $"steps[{step}].sections[{section}].fields[{field}].");
    }

    private static void TakeOut(JsonObject from, JsonObject planned, string place)
    {
        foreach (var (name, nothing) in planned)
            if (from.TryGetPropertyValue(name, out var value))
            {
                if (value is not null && !JsonNode.DeepEquals(value, nothing))
                    throw new FormException(place + name, "This version of LeadCapture does not support this yet");
                from.Remove(name);
            }
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? list) => (list as JsonArray)?.OfType<JsonObject>() ?? [];
}
