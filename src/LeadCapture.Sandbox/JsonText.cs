using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace LeadCapture.Sandbox;

internal static class JsonText
{
    public static bool TryGet(JsonElement value, [NotNullWhen(true)] out string? text)
    {
        try
        {
            text = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            text = null;
        }

        return text is not null;
    }

    public static string? Of(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } known && known.TryGetProperty(name, out var value) &&
        TryGet(value, out var text) ? text : null;
}
