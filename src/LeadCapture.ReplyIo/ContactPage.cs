using System.Text.Json;

namespace LeadCapture.ReplyIo;

/// <summary>A page of a look-up's answer: the JSON text of each contact, and whether there are more.</summary>
internal sealed record ContactPage(IReadOnlyList<string> Items, bool HasMore)
{
    /// <summary>Null where the body is no such answer.</summary>
    public static ContactPage? Parse(string? body)
    {
        try
        {
            using var document = JsonDocument.Parse(body ?? "");
            var root = document.RootElement;
            var hasMore = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("hasMore", out var more)
                && more.ValueKind == JsonValueKind.True;
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("items", out var items))
                root = items;
            return root.ValueKind == JsonValueKind.Array
                ? new([.. root.EnumerateArray().Select(item => item.GetRawText())], hasMore)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
