namespace LeadCapture.Forms.Fields;

/// Any number of several options: one custom field with all of their values, or one for each of them.
public sealed class CheckboxesKind : FieldKind
{
    public const string Separator = ", ";

    public override string Name => "checkboxes";

    public override string View => "_Checkboxes";

    public override int MaxLength => 4000;

    public override IReadOnlyList<Option> ChoicesOf(Field field) => field.Options;

    /// In the order of the page.
    public override string Normalize(Field field, string value)
    {
        var chosen = Split(value).Select(part => OptionOf(field, part)?.Value ?? part).ToHashSet();
        return string.Join(Separator, field.Options.Select(option => option.Value).Where(chosen.Remove).Concat(chosen));
    }

    public override string Retype(Field field, string value) => Normalize(field, Clean(value));

    public override string MissingMessage(Field field) => $"Choose at least one answer for “{field.Label}”";

    public override string? ProblemOf(Field field, string value) =>
        Split(value).FirstOrDefault(part => OptionOf(field, part) is null) is { } unknown
            ? $"{field.Label}: “{unknown}” is not one of the options"
            : null;

    public override string Show(Field field, string value) =>
        string.Join(Separator, Split(value).Select(part => OptionOf(field, part)?.Label ?? part));

    public override IEnumerable<CustomAnswer> Send(Field field, CustomAnswer answer) => field.SendsEach
        ? Split(answer.Value).Select(value => new CustomAnswer(value, YesOrNo.Yes.Value))
        : [answer];

    public override IEnumerable<(string, string)> ProblemsOf(Field field) =>
    [
        .. OptionRules.ProblemsOf(field),
        .. field.Options.Where(option => option.Value.Contains(',', StringComparison.Ordinal))
            .Select(option => ("options", $"The value “{option.Value}” can't have a comma: it separates several values")),
        .. field.Options.Where(option => field.SendsEach && option.Value.Length > FieldDefinitionRules.LongestKey)
            .Select(option => ("options", $"The value “{option.Value}” is a key here: use up to {FieldDefinitionRules.LongestKey} characters")),
    ];

    public static bool Has(string value, Option option) => Split(value).Contains(option.Value);

    public static string[] Split(string value) =>
        value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// By its value, or by the words that people see.
    private static Option? OptionOf(Field field, string text) =>
        field.Options.FirstOrDefault(option => option.Value.Equals(text, StringComparison.OrdinalIgnoreCase))
        ?? field.Options.FirstOrDefault(option => option.Label.Equals(text, StringComparison.OrdinalIgnoreCase));
}
