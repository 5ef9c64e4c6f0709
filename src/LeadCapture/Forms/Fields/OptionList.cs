namespace LeadCapture.Forms.Fields;

/// The options of a field: how one is found, and what is wrong with those that somebody made.
public static class OptionList
{
    private const int LongestValue = 200;

    /// By its value, or by the words that people see.
    public static Option? Find(IReadOnlyList<Option> options, string text) =>
        options.FirstOrDefault(option => option.Value.Equals(text, StringComparison.OrdinalIgnoreCase))
        ?? options.FirstOrDefault(option => Plain(option.Label) == Plain(text));

    public static IEnumerable<(string, string)> ProblemsOf(Field field)
    {
        if (field.Options.Count == 0)
            yield return ("options", "Add at least one option");
        if (field.Options.Any(option => option.Value is "" or { Length: > LongestValue } || option.Label == ""))
            yield return ("options", $"Every option needs a label, and a value of up to {LongestValue} characters");
        if (field.Options.DistinctBy(option => option.Value, StringComparer.OrdinalIgnoreCase).Count() < field.Options.Count)
            yield return ("options", "Every option needs a value of its own");
    }

    private static string Plain(string label) =>
        label.Replace('–', '-').Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal)
            .ToUpperInvariant();
}
