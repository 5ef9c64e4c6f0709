using System.Text.Json;

namespace LeadCapture.ReplyIo.Json;

/// <summary>What the account has, read leniently: what has no name is left out.</summary>
internal static class AccountJson
{
    public static AccountField? Field(JsonElement item) => Text(item, "title") is { } title
        ? new(title, Text(item, "fieldType") is { } type ? ExtensibleEnum.Parse<AccountFieldType>(type) : null)
        : null;

    public static AccountSequence? Sequence(JsonElement item) =>
        Text(item, "name") is { } name && item.TryGetProperty("id", out var value) && value.TryGetId(out var id)
            ? new(id, name, Text(item, "status"), IsTrue(item, "isArchived") || IsArchived(item)) { Steps = StepsOf(item) }
            : null;

    public static AccountList? List(JsonElement item) =>
        Text(item, "name") is { } name && item.TryGetProperty("id", out var value) && value.TryGetId(out var id)
            ? new(id, name, IsTrue(item, "isShared"))
            : null;

    public static T? Read<T>(string json, Func<JsonElement, T?> read) where T : class
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind == JsonValueKind.Object ? read(document.RootElement) : null;
    }

    /// <summary>Older answers say it as a status.</summary>
    private static bool IsArchived(JsonElement sequence) =>
        string.Equals(Text(sequence, "status"), "archived", StringComparison.OrdinalIgnoreCase);

    private static IReadOnlyList<SequenceStep> StepsOf(JsonElement sequence) =>
        sequence.TryGetProperty("steps", out var steps) && steps.ValueKind == JsonValueKind.Array
            ? [.. steps.EnumerateArray().Select(Step).OfType<SequenceStep>()]
            : [];

    private static SequenceStep? Step(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("id", out var value) && value.TryGetId(out var id)
            ? new(id, TextOrNumber(item, "number"), Text(item, "type"))
            : null;

    public static bool TryGetId(this JsonElement value, out int id)
    {
        id = 0;
        return (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out id)
            || value.ValueKind == JsonValueKind.String && int.TryParse(value.GetString(), out id)) && id > 0;
    }

    /// <summary>A number as it is written; null for anything else but text.</summary>
    public static string? TextOrNumber(JsonElement item, string name) => Text(item, name)
        ?? (item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            ? value.GetRawText() : null);

    public static string? Text(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
        && value.GetString()!.Trim() is { Length: > 0 } text ? text : null;

    private static bool IsTrue(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
