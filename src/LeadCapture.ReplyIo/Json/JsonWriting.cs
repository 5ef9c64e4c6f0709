using System.Text.Json;

namespace LeadCapture.ReplyIo.Json;

/// <summary>Writes a member only where there is something to write.</summary>
internal static class JsonWriting
{
    public static void WriteIfPresent(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
            writer.WriteString(name, value);
    }

    public static void WriteIfPresent(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } number)
            writer.WriteNumber(name, number);
    }
}
