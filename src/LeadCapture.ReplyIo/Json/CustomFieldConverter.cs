using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadCapture.ReplyIo.Json;

internal sealed class CustomFieldConverter : JsonConverter<CustomField>
{
    public override CustomField? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        string? key = null, value = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "key": key = reader.Text() ?? key; break;
                case "value": value = reader.Text(); break;
                default: reader.Skip(); break;
            }
        }

        return key is null ? null : new CustomField(key, value);
    }

    public override void Write(Utf8JsonWriter writer, CustomField value, JsonSerializerOptions options) => Write(writer, value, "key"u8);

    public static void Write(Utf8JsonWriter writer, CustomField value, ReadOnlySpan<byte> keyName)
    {
        writer.WriteStartObject();
        writer.WriteString(keyName, value.Key);
        writer.WriteString("value"u8, value.Value);
        writer.WriteEndObject();
    }
}
