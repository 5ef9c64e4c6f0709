using static LeadCapture.Forms.FormText;

namespace LeadCapture.Forms.Fields;

/// One of several answers.
public abstract class ChoiceKind : FieldKind
{
    public override IReadOnlyList<Option> ChoicesOf(Field field) => field.Options;

    public override string Normalize(Field field, string value) => OptionOf(field, value)?.Value ?? value;

    public override bool IsTyped => false;

    public override string MissingMessage(Field field) => T["Choose an answer for “{0}”", field.ShownLabel];

    public override string? ProblemOf(Field field, string value) =>
        OptionOf(field, value) is null ? T["{0}: choose one of the options", field.ShownLabel].Value : null;

    public override string Show(Field field, string value) =>
        field.Choices.FirstOrDefault(option => option.Value == value)?.Label ?? value;

    protected virtual Option? OptionOf(Field field, string value) => OptionList.Find(ChoicesOf(field), value);
}
