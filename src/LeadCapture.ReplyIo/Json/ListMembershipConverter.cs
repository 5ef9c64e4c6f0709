using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadCapture.ReplyIo.Json;

/// <summary>Reads the names of v4 and of v3, writes those of v4.</summary>
internal sealed class ListMembershipConverter : JsonConverter<ListMembership>
{
    public override ListMembership Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        var list = new ListMembership();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "listId" or "id": list = list with { ListId = reader.Number() ?? list.ListId }; break;
                case "listName" or "name": list = list with { ListName = reader.Text() ?? list.ListName }; break;
                case "isShared": list = list with { IsShared = reader.Flag() }; break;
                default: reader.Skip(); break;
            }
        }

        return list;
    }

    public override void Write(Utf8JsonWriter writer, ListMembership value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteIfPresent("listId"u8, value.ListId);
        writer.WriteIfPresent("listName"u8, value.ListName);
        if (value.IsShared is { } isShared)
            writer.WriteBoolean("isShared"u8, isShared);
        writer.WriteEndObject();
    }
}
