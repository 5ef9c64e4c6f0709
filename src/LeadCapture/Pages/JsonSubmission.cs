using System.Text.Json;
using LeadCapture.Forms.Fields;
using LeadCapture.Forms;
using LeadCapture.Shared;
using static LeadCapture.Pages.PageText;

namespace LeadCapture.Pages;

/// Reads a submission out of JSON in the shape of Reply.io's own create call, plus submissionId, page, attribution and version.
public static class JsonSubmission
{
    /// The first member that an object has twice: one of them would be lost. Null where there is none.
    public static string? Twice(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.Object => TwiceIn(element),
                JsonValueKind.Array => element.EnumerateArray().Select(Twice).FirstOrDefault(name => name is not null),
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            // A name that cannot be read is told of by the reading.
            return null;
        }
    }

    private static string? TwiceIn(JsonElement element)
    {
        HashSet<string> names = [];
        foreach (var member in element.EnumerateObject())
            if (!names.Add(member.Name))
                return member.Name;
            else if (Twice(member.Value) is { } deeper)
                return deeper;
        return null;
    }

    public static Submission Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
            return new() { Misshapen = [("", T["The body must be a JSON object"])] };
        try
        {
            return ReadObject(body);
        }
        catch (InvalidOperationException)
        {
            return new() { Misshapen = [("", T["A property name contains an invalid character (unpaired surrogate)"])] };
        }
    }

    private static Submission ReadObject(JsonElement body)
    {
        Dictionary<string, string> properties = [];
        List<CustomRow> rows = [];
        List<string> ignored = [];
        List<(string, string)> wrong = [];
        string id = "", page = "", version = "";
        Attribution? attribution = null;
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
                case "attribution":
                    attribution = Attribution.Read(member.Value);
                    break;
                case "version":
                    version = Text(member.Name, member.Value, wrong);
                    break;
                case var name when ContactFields.Find(name) is not null:
                    properties[name] = Text(name, member.Value, wrong);
                    break;
                default:
                    ignored.Add(member.Name);
                    break;
            }
        return new()
        {
            Properties = properties,
            CustomFields = rows,
            Id = id,
            Page = page,
            Attribution = attribution,
            Version = PostedForm.NumberOf(version),
            Ignored = ignored,
            Misshapen = wrong,
        };
    }

    private static List<CustomRow> Rows(JsonElement value, List<(string, string)> wrong)
    {
        List<CustomRow> rows = [];
        if (value.ValueKind == JsonValueKind.Null)
            return rows;
        if (value.ValueKind != JsonValueKind.Array)
        {
            wrong.Add(("customFields", T["customFields must be a list of {key, value}"]));
            return rows;
        }
        if (value.GetArrayLength() > PostedForm.MostRows)
        {
            wrong.Add(("customFields", FormRules.TooManyCustomFields));
            return rows;
        }
        foreach (var (index, entry) in value.EnumerateArray().Index())
            if (entry.ValueKind == JsonValueKind.Object)
                rows.Add(new(index, InputNormalizer.Key(Member(entry, index, "key", wrong)), Member(entry, index, "value", wrong)));
            else
                wrong.Add(($"customFields[{index}]", T["Each custom field must be an object with key and value"]));
        return rows;
    }

    private static string Member(JsonElement entry, int index, string name, List<(string, string)> wrong) =>
        entry.TryGetProperty(name, out var value) ? Text($"customFields[{index}].{name}", value, wrong) : "";

    private static string Text(string name, JsonElement value, List<(string, string)> wrong) =>
        InputNormalizer.Clean(Source(name, value, wrong));

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
                wrong.Add((name, T["The text contains an invalid character (unpaired surrogate)"]));
                return "";
            // The boxes that were ticked.
            case JsonValueKind.Array when name.EndsWith(".value", StringComparison.Ordinal) && AreTexts(value):
                return string.Join(CheckboxesKind.Separator, value.EnumerateArray().Select(part => Source(name, part, wrong)));
            default:
                wrong.Add((name, T["Must be text"]));
                return "";
        }
    }

    private static bool AreTexts(JsonElement list) => list.EnumerateArray().All(part => part.ValueKind == JsonValueKind.String);

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
