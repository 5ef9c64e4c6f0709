using System.Text.Encodings.Web;
using System.Text.Json;

namespace LeadCapture.Forms;

/// How a visitor found the form: by the first visit that the site around it remembers, and by this one.
public sealed record Attribution(Touch? First, Touch? Last)
{
    private const string OfFirst = "first.";
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private const int LongestJson = 32_000;

    /// As links name it: utm_source of this visit, first.utm_source of the first one.
    public string? this[string name] =>
        name.StartsWith(OfFirst, StringComparison.OrdinalIgnoreCase) ? First?[name[OfFirst.Length..]] : Last?[name];

    /// Null where nothing is told.
    public static Attribution? Of(Func<string, string?> told) => Of(Touch.Of(name => told(OfFirst + name)), Touch.Of(told));

    /// Null where it is not the text of one.
    public static Attribution? Parse(string? json)
    {
        if (json is not { Length: > 0 and <= LongestJson })
            return null;
        try
        {
            using var read = JsonDocument.Parse(json);
            return Read(read.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static Attribution? Read(JsonElement told) => Of(TouchOf(told, "first"), TouchOf(told, "last"));

    public string ToJson() => JsonSerializer.Serialize(
        new[] { (Name: "first", Touch: First), (Name: "last", Touch: Last) }.Where(one => one.Touch is not null)
            .ToDictionary(one => one.Name, one => one.Touch!.Values), Readable);

    private static Attribution? Of(Touch? first, Touch? last) => (first ?? last) is null ? null : new(first, last);

    private static Touch? TouchOf(JsonElement told, string which) =>
        told.ValueKind == JsonValueKind.Object && told.TryGetProperty(which, out var touch) && touch.ValueKind == JsonValueKind.Object
            ? Touch.Of(name => touch.TryGetProperty(name, out var value) ? TextOf(value) : null)
            : null;

    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half a letter.
            return null;
        }
    }
}
