using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadCapture.ReplyIo.Json;

/// <summary>An update names a custom field by <c>name</c>, where a create says <c>key</c>.</summary>
internal sealed class ContactChangesConverter : JsonConverter<ContactChanges>
{
    public override ContactChanges Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        throw new NotSupportedException("An update is only ever written");

    public override void Write(Utf8JsonWriter writer, ContactChanges value, JsonSerializerOptions options) =>
        NewContactConverter.Write(writer, value.Contact, "name"u8);
}
