using System.Text.Json.Nodes;

namespace LeadCapture.Forms;

/// Settings that the format of forms names and this version does not have yet. What says nothing is passed over; what says
/// something is refused, so that nobody relies on it.
public static class PlannedSettings
{
    private static readonly JsonObject OfForms = JsonNode.Parse(
        """
        { "language": "en" }
        """)!.AsObject();

    public static void TakeOut(JsonObject form)
    {
        foreach (var (name, nothing) in OfForms)
            if (form.TryGetPropertyValue(name, out var value))
            {
                if (value is not null && !JsonNode.DeepEquals(value, nothing))
                    throw new FormException(name, "This version of LeadCapture does not support this yet");
                form.Remove(name);
            }
    }
}
