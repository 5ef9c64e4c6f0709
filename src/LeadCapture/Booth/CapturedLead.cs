using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadCapture.Booth;

/// What is inside a sealed lead: the form, what was typed in it as browsers post it, the reference that its visitor was given, who
/// captured it, where the staff say so on their tablet, and the photo of a business card in base64. A photo of any other kind keeps no
/// lead from being read.
public sealed record CapturedLead(string Form, string Inputs, string? Receipt, string? By, JsonElement Photo = default)
{
    public bool HasPhoto => Photo.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    /// Null where it is no base64.
    public byte[]? PhotoBytes()
    {
        try
        {
            return Photo.ValueKind == JsonValueKind.String && Photo.TryGetBytesFromBase64(out var bytes) ? bytes : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

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
