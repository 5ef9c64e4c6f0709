namespace LeadCapture.Forms.Fields;

/// One of several answers.
public abstract class ChoiceKind : FieldKind
{
    public override IReadOnlyList<Option> ChoicesOf(Field field) => field.Options;

    public override string Normalize(Field field, string value) => OptionOf(field, value)?.Value ?? value;

    public override bool IsTyped => false;

    public override string MissingMessage(Field field) => $"Choose an answer for “{field.Label}”";

    public override string? ProblemOf(Field field, string value) =>
        OptionOf(field, value) is null ? $"{field.Label}: choose one of the options" : null;

    public override string Show(Field field, string value) =>
        ChoicesOf(field).FirstOrDefault(option => option.Value == value)?.Label ?? value;

    protected virtual Option? OptionOf(Field field, string value) => OptionList.Find(ChoicesOf(field), value);
}
