using System.Text.Json;

namespace LeadCapture.Forms;

/// Reads a submission out of JSON in the shape of Reply.io's own create call, plus submissionId and page.
public static class JsonSubmission
{
    public static Submission Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
            return new() { Misshapen = [("", "The body must be a JSON object")] };
        try
        {
            return ReadObject(body);
        }
        catch (InvalidOperationException)
        {
            return new() { Misshapen = [("", "A member's name has a character that is none (half of a surrogate pair)")] };
        }
    }

    private static Submission ReadObject(JsonElement body)
    {
        Dictionary<string, string> properties = [];
        List<CustomRow> rows = [];
        List<string> ignored = [];
        List<(string, string)> wrong = [];
        string id = "", page = "";
        foreach (var member in body.EnumerateObject())
            switch (member.Name)
            {
                case "customFields":
                    rows = Rows(member.Value, wrong);
                    break;
                case "submissionId":
                    id = Source(member.Name, member.Value, wrong).Trim();
                    break;
                case "page":
                    page = Text(member.Name, member.Value, wrong);
                    break;
                case var name when ContactFields.Find(name) is not null:
                    if (!properties.TryAdd(name, Text(name, member.Value, wrong)))
                        wrong.Add((name, "Is there twice"));
                    break;
                default:
                    ignored.Add(member.Name);
                    break;
            }
        return new() { Properties = properties, CustomFields = rows, Id = id, Page = page, Ignored = ignored, Misshapen = wrong };
    }

    private static List<CustomRow> Rows(JsonElement value, List<(string, string)> wrong)
    {
        List<CustomRow> rows = [];
        if (value.ValueKind == JsonValueKind.Null)
            return rows;
        if (value.ValueKind != JsonValueKind.Array)
        {
            wrong.Add(("customFields", "customFields must be a list of {key, value}"));
            return rows;
        }
        foreach (var (index, entry) in value.EnumerateArray().Index())
            if (entry.ValueKind == JsonValueKind.Object)
                rows.Add(new(index, Spelling.Key(Member(entry, index, "key", wrong)), Member(entry, index, "value", wrong)));
            else
                wrong.Add(($"customFields[{index}]", "Each custom field must be an object with key and value"));
        return rows;
    }

    private static string Member(JsonElement entry, int index, string name, List<(string, string)> wrong) =>
        entry.TryGetProperty(name, out var value) ? Text($"customFields[{index}].{name}", value, wrong) : "";

    private static string Text(string name, JsonElement value, List<(string, string)> wrong) =>
        Spelling.Clean(Source(name, value, wrong));

    private static string Source(string name, JsonElement value, List<(string, string)> wrong)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                return "";
            case JsonValueKind.Number:
                return NumberSpelling.OfJson(value.GetRawText());
            case JsonValueKind.True or JsonValueKind.False when name.EndsWith(".value", StringComparison.Ordinal):
                return value.GetBoolean() ? "yes" : "no";
            case JsonValueKind.String when IsWhole(value, out var text):
                return text ?? "";
            case JsonValueKind.String:
                wrong.Add((name, "The text has a character that cannot be sent (half of a surrogate pair)"));
                return "";
            default:
                wrong.Add((name, "Must be text"));
                return "";
        }
    }

    private static bool IsWhole(JsonElement value, out string? text)
    {
        try
        {
            text = value.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            text = null;
            return false;
        }
    }
}
