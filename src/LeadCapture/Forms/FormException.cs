using System.Text.Json;
using System.Text.RegularExpressions;

namespace LeadCapture.Forms;

/// The definition of a form that cannot be read, with the place of what is wrong in it ("" where it has none).
public sealed partial class FormException(string place, string problem) : Exception(place == "" ? problem : $"{place}: {problem}")
{
    public static FormException From(JsonException wrong)
    {
        var place = wrong.Path is null or "$" ? "" : wrong.Path.StartsWith("$.", StringComparison.Ordinal) ? wrong.Path[2..] : wrong.Path;
        var problem = Unknown().Match(wrong.Message) is { Success: true } unknown ? $"“{unknown.Groups[1].Value}” is not a known setting"
            : Missing().Match(wrong.Message) is { Success: true } missing ? $"{missing.Groups[1].Value} is missing"
            : wrong.LineNumber is { } line && place == "" ? $"This is not JSON (line {line + 1}, byte {wrong.BytePositionInLine + 1})"
            : wrong.InnerException is null && !wrong.Message.Contains("Path:", StringComparison.Ordinal) ? wrong.Message
            : Plain().Replace(wrong.Message, "");
        return new(place, problem);
    }

    [GeneratedRegex("^The JSON property '([^']*)' could not be mapped")]
    private static partial Regex Unknown();

    [GeneratedRegex("missing required properties including: '([^']*)'")]
    private static partial Regex Missing();

    [GeneratedRegex(@"\s*(The JSON value could not be converted to \S+\.)?\s*(Path: .*)?$")]
    private static partial Regex Plain();
}
