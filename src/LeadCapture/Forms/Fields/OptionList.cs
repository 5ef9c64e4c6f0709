namespace LeadCapture.Forms.Fields;

/// What is wrong with the options of a field that somebody made.
public static class OptionRules
{
    private const int Longest = 200;

    public static IEnumerable<(string, string)> ProblemsOf(Field field)
    {
        if (field.Options.Count == 0)
            yield return ("options", "Add at least one option");
        if (field.Options.Any(option => option.Value is "" or { Length: > Longest } || option.Label == ""))
            yield return ("options", $"Every option needs a label, and a value of up to {Longest} characters");
        if (field.Options.DistinctBy(option => option.Value, StringComparer.OrdinalIgnoreCase).Count() < field.Options.Count)
            yield return ("options", "Every option needs a value of its own");
    }
}
