using System.Globalization;
using System.Text;
using System.Text.Json;

namespace LeadCapture.ReplyIo.Json;

/// <summary>Reads a value of whatever kind. "No value" arrives as null, as "" or not at all: each of them is null.</summary>
internal static class Tolerance
{
    public static string? Text(this ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString() is { Length: > 0 } text ? text : null;
            case JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                return Encoding.UTF8.GetString(reader.ValueSpan);
            default:
                reader.Skip();
                return null;
        }
    }

    public static long? Long(this ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number) ? number
        : decimal.TryParse(reader.Text(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && value == decimal.Truncate(value) && value is >= long.MinValue and <= long.MaxValue ? (long)value
        : null;

    public static int? Number(this ref Utf8JsonReader reader) =>
        reader.Long() is >= int.MinValue and <= int.MaxValue and var number ? (int)number : null;

    public static bool? Flag(this ref Utf8JsonReader reader) => bool.TryParse(reader.Text(), out var flag) ? flag : null;

    public static ReplyIoDate? Date(this ref Utf8JsonReader reader) =>
        reader.Text() is { } text ? ReplyIoDate.Parse(text) : null;

    public static ExtensibleEnum<T>? Open<T>(this ref Utf8JsonReader reader) where T : struct, Enum =>
        reader.Text() is { } text ? LeadCapture.ReplyIo.ExtensibleEnum.Parse<T>(text) : null;
}
