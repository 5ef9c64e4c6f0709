namespace LeadCapture.Forms.Fields;

/// One of several answers.
public abstract class ChoiceKind : FieldKind
{
    public override IReadOnlyList<Option> ChoicesOf(Field field) => field.Options;

    public override string Normalize(Field field, string value) => OptionOf(field, value)?.Value ?? value;

    public override string Retype(Field field, string value) => Normalize(field, Clean(value));

    public override string MissingMessage(Field field) => $"Choose an answer for “{field.Label}”";

    public override string? ProblemOf(Field field, string value) =>
        OptionOf(field, value) is null ? $"{field.Label}: choose one of the options" : null;

    public override string Show(Field field, string value) =>
        ChoicesOf(field).FirstOrDefault(option => option.Value == value)?.Label ?? value;

    /// By its value, or by the words that people see.
    protected virtual Option? OptionOf(Field field, string value) =>
        ChoicesOf(field).FirstOrDefault(option => option.Value.Equals(value, StringComparison.OrdinalIgnoreCase))
        ?? ChoicesOf(field).FirstOrDefault(option => Plain(option.Label) == Plain(value));

    private static string Plain(string label) =>
        label.Replace('–', '-').Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal)
            .ToUpperInvariant();
}
