using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadCapture.Forms.Fields;

/// A kind is its name in JSON.
public sealed class FieldKindConverter : JsonConverter<FieldKind>
{
    public override FieldKind Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.GetString() is { } name && FieldKinds.Find(name) is { } kind
            ? kind
            : throw new JsonException($"must be one of {string.Join(", ", FieldKinds.All.Select(kind => kind.Name))}");

    public override void Write(Utf8JsonWriter writer, FieldKind value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Name);
}
