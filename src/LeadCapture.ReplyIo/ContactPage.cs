using System.Text.Json;

namespace LeadCapture.ReplyIo;

internal static class ContactPage
{
    /// <summary>The JSON text of each contact of a look-up's answer; null where the body is no such answer.</summary>
    public static IReadOnlyList<string>? Items(string? body)
    {
        try
        {
            using var document = JsonDocument.Parse(body ?? "");
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("items", out var items))
                root = items;
            return root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray().Select(item => item.GetRawText())] : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
