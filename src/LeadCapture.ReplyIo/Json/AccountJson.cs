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
            ? new(id, name, Text(item, "status"), item.TryGetProperty("isArchived", out var put) && put.ValueKind == JsonValueKind.True)
            : null;

    public static T? Read<T>(string json, Func<JsonElement, T?> read) where T : class
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind == JsonValueKind.Object ? read(document.RootElement) : null;
    }

    private static bool TryGetId(this JsonElement value, out int id)
    {
        id = 0;
        return (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out id)
            || value.ValueKind == JsonValueKind.String && int.TryParse(value.GetString(), out id)) && id > 0;
    }

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
        && value.GetString()!.Trim() is { Length: > 0 } text ? text : null;
}
