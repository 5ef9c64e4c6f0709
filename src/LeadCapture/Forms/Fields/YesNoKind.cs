namespace LeadCapture.Forms.Fields;

/// Yes or no, neither of them chosen beforehand.
public sealed class YesNoKind : ChoiceKind
{
    public override string Name => "yesNo";

    public override string View => "_YesNo";

    public override IReadOnlyList<Option> ChoicesOf(Field field) => YesOrNo.Options;

    public override string? ProblemOf(Field field, string value) => YesOrNo.ProblemOf(field, value);

    protected override Option? OptionOf(Field field, string value) => YesOrNo.Find(value);
}
