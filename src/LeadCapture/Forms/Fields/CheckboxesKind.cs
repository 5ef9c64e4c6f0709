using static LeadCapture.Forms.FormText;

namespace LeadCapture.Forms.Fields;

/// Any number of several options: one custom field with all of their values, or one for each of them.
public sealed class CheckboxesKind : FieldKind
{
    public const string Separator = ", ";

    public override string Name => "checkboxes";

    public override KindSettings Settings => KindSettings.Options | KindSettings.SendsEach;

    public override string View => "_Checkboxes";

    public override int MaxLength => 4000;

    public override IReadOnlyList<Option> ChoicesOf(Field field) => field.Options;

    /// In the order of the page.
    public override string Normalize(Field field, string value)
    {
        var chosen = Split(value).Select(part => OptionList.Find(field.Options, part)?.Value ?? part).ToHashSet();
        return string.Join(Separator, field.Options.Select(option => option.Value).Where(chosen.Remove).Concat(chosen));
    }

    public override bool IsTyped => false;

    public override string MissingMessage(Field field) => T["Choose at least one answer for “{0}”", field.ShownLabel];

    public override string? ProblemOf(Field field, string value) =>
        Split(value).FirstOrDefault(part => OptionList.Find(field.Options, part) is null) is { } unknown
            ? T["{0}: “{1}” is not one of the options", field.ShownLabel, unknown].Value
            : null;

    public override string Show(Field field, string value) =>
        string.Join(Separator, Split(value).Select(part => OptionList.Find(field.Options, part)?.Label ?? part));

    public override IEnumerable<CustomAnswer> Send(Field field, CustomAnswer answer) => field.SendsEach
        ? Split(answer.Value).Select(value => new CustomAnswer(
            field.Options.FirstOrDefault(option => option.Value == value)?.SentAs ?? value, YesOrNo.Yes.Value))
        : base.Send(field, answer);

    public override IEnumerable<string> KeysOf(Field field) =>
        field.SendsEach ? field.Options.Select(option => option.SentAs ?? option.Value) : base.KeysOf(field);

    public override Field Remap(Field field, string key, string to) => field.SendsEach
        ? field with
        {
            Options = [.. field.Options.Select(option => !(option.SentAs ?? option.Value).IsKey(key) ? option
                : option with { SentAs = to.IsKey(option.Value) ? null : to })],
        }
        : base.Remap(field, key, to);

    public override IEnumerable<(string, string)> ProblemsOf(Field field) =>
    [
        .. OptionList.ProblemsOf(field),
        .. field.Options.Where(option => option.Value.Contains(',', StringComparison.Ordinal))
            .Select(option => ("options", $"The value “{option.Value}” can't contain a comma, which separates several values")),
        .. field.Options.Where(option => field.SendsEach && option.Value.Length > FieldDefinitionRules.LongestKey)
            .Select(option => ("options",
                $"The value “{option.Value}” is also the key of a custom field: use up to {FieldDefinitionRules.LongestKey} characters")),
    ];

    public static bool Has(string value, Option option) => Split(value).Contains(option.Value);

    public static string[] Split(string value) =>
        value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
