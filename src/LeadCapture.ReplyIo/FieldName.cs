using System.Text;
using System.Text.Json;

namespace LeadCapture.ReplyIo;

internal static class FieldName
{
    /// <summary>
    /// JSON name of the field that a JSON Pointer (<c>/customFields/0/value</c>), a .NET path (<c>CustomFields[0].Value</c>) or a
    /// JSON path (<c>$.firstName</c>) means.
    /// </summary>
    public static string Of(string path)
    {
        var text = path.TrimStart('#', '$');
        var isPointer = text.StartsWith('/');
        var name = new StringBuilder();
        foreach (var part in text.Split(isPointer ? ['/'] : ['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (int.TryParse(part, out var index))
                name.Append('[').Append(index).Append(']');
            else
                name.Append(name.Length == 0 ? "" : ".").Append(Segment(part));
        }

        return name.ToString();
    }

    private static string Segment(string part) =>
        JsonNamingPolicy.CamelCase.ConvertName(part.Replace("~1", "/").Replace("~0", "~"));
}
