namespace LeadCapture.Forms.Fields;

/// Yes and no in the words of browsers and programs.
public static class YesOrNo
{
    public static readonly Option Yes = new("yes", "Yes");
    public static readonly Option No = new("no", "No");

    public static IReadOnlyList<Option> Options { get; } = [Yes, No];

    /// A browser sends "on" for a box without a value.
    public static Option? Find(string value) => value.ToUpperInvariant() switch
    {
        "YES" or "TRUE" or "ON" or "1" or "Y" or "CHECKED" => Yes,
        "NO" or "FALSE" or "OFF" or "0" or "N" or "UNCHECKED" => No,
        _ => null,
    };

    public static string? ProblemOf(Field field, string value) =>
        Find(value) is null ? $"{field.Label}: choose yes or no" : null;
}
