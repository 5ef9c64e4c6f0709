using System.Collections.Frozen;
using System.Text;
using System.Text.Json.Nodes;

namespace LeadCapture.Sandbox;

/// <summary>Writes into an answer what is no good text: in JSON as an escape, elsewhere as bare bytes.</summary>
internal static class GarbledJson
{
    // Nobody types this character, and the encoder writes it as the escape that is looked for.
    private const string Place = "\uE000";
    private const string WrittenPlace = "\\uE000";

    // Only what nobody has sent: the contact's own answers stay comparable.
    private static readonly FrozenSet<string> Members =
        FrozenSet.Create("domain", "sequenceName", "listName", "name", "detail", "errorDetails");

    public static SandboxResponse With(this SandboxResponse answer, Garbling garbling)
    {
        if (garbling == Garbling.None || answer.Body.IsEmpty)
            return answer;
        return answer with
        {
            Body = answer.ContentType?.Contains("json", StringComparison.Ordinal) == true
                ? Escaped(answer.Body.Span, garbling)
                : (byte[])[.. answer.Body.Span, .. Bytes(garbling)],
        };
    }

    private static byte[] Escaped(ReadOnlySpan<byte> json, Garbling garbling)
    {
        var root = JsonNode.Parse(json)!;
        Mark(root);
        var escape = garbling == Garbling.Nul ? "\\u0000" : "\\uD83D";
        return Encoding.UTF8.GetBytes(root.ToJsonString().Replace(WrittenPlace, escape, StringComparison.Ordinal));
    }

    private static void Mark(JsonNode? node)
    {
        if (node is JsonArray array)
            foreach (var item in array)
                Mark(item);
        if (node is not JsonObject members)
            return;
        foreach (var (name, value) in members.ToArray())
            if (value is JsonValue text && Members.Contains(name))
                members[name] = text.ToString() + Place;
            else
                Mark(value);
    }

    private static byte[] Bytes(Garbling garbling) => garbling == Garbling.Nul ? [0] : [0xED, 0xA0, 0xBD];
}
