using LeadCapture.Forms.Fields;

namespace LeadCapture.Admin.Forms.Editing;

/// Options as lines: what visitors read; or what is sent, " = ", and what visitors read.
public static class OptionLines
{
    private const string Equal = " = ";

    public static IReadOnlyList<Option> Parse(string text) =>
    [
        .. text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.IndexOf(Equal, StringComparison.Ordinal) is > 0 and var at
                ? new Option(line[..at].TrimEnd(), line[(at + Equal.Length)..].TrimStart())
                : new(line, line)),
    ];

    public static string Write(IEnumerable<Option> options) =>
        string.Join('\n', options.Select(option => option.Value == option.Label ? option.Label : option.Value + Equal + option.Label));
}
