using Microsoft.Extensions.Primitives;

namespace LeadCapture.Forms;

/// Reads a submission out of posted inputs. Names that no contact knows (buttons, other people's fields) are passed over.
public static class PostedForm
{
    private const string Custom = "customFields[";

    public static Submission Read(IEnumerable<KeyValuePair<string, StringValues>> posted)
    {
        Dictionary<string, string> properties = [];
        SortedDictionary<int, (string Key, string Value)> rows = [];
        string id = "", page = "", version = "";
        foreach (var (name, values) in posted)
        {
            var value = Spelling.Clean(values.Count > 0 ? values[^1] : "");
            if (ContactFields.Find(name) is not null)
                properties[name] = value;
            else if (RowOf(name) is var (index, part))
                rows[index] = part == "key"
                    ? (value, rows.GetValueOrDefault(index).Value ?? "")
                    : (rows.GetValueOrDefault(index).Key ?? "", value);
            else if (name == "submissionId")
                id = value;
            else if (name == "page")
                page = value;
            else if (name == "version")
                version = value;
        }
        return new()
        {
            Properties = properties,
            CustomFields = [.. rows.Select(row => new CustomRow(row.Key, row.Value.Key, row.Value.Value))],
            Id = id,
            Page = page,
            Version = int.TryParse(version, System.Globalization.NumberStyles.None, InvariantCulture, out var number) ? number : null,
        };
    }

    /// customFields[12].key → (12, "key")
    private static (int Index, string Part)? RowOf(string name)
    {
        if (!name.StartsWith(Custom, StringComparison.Ordinal))
            return null;
        var end = name.IndexOf("].", StringComparison.Ordinal);
        if (end < 0 || name[(end + 2)..] is not ("key" or "value"))
            return null;
        return int.TryParse(name.AsSpan(Custom.Length, end - Custom.Length), System.Globalization.NumberStyles.None, InvariantCulture, out var index)
            ? (index, name[(end + 2)..])
            : null;
    }
}
