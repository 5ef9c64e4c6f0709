using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadCapture.Booth;

/// What is inside a sealed lead: the form, what was typed in it as browsers post it, the reference that its visitor was given, and who
/// captured it, where the staff say so on their tablet.
public sealed record CapturedLead(string Form, string Inputs, string? Receipt, string? By)
{
    /// Null where it is something else.
    public static CapturedLead? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, CapturedLeadJson.Default.CapturedLead) is { Form: not null, Inputs: not null } lead ? lead : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CapturedLead))]
internal sealed partial class CapturedLeadJson : JsonSerializerContext;
