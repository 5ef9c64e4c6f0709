namespace LeadCapture.Forms.Fields;

/// One of many options, from a list that opens.
public sealed class SelectKind : ChoiceKind
{
    public override string Name => "select";

    public override KindSettings Settings => KindSettings.Options;

    public override string View => "_Select";

    /// Reply.io's own word for "not given" is as good as saying nothing.
    public override string? ProblemOf(Field field, string value) =>
        CompanySizes.IsAskedBy(field) && value == CompanySizes.NotGiven ? null : base.ProblemOf(field, value);

    protected override Option? OptionOf(Field field, string value) =>
        base.OptionOf(field, value) ?? (CompanySizes.IsAskedBy(field) ? CompanySizes.OptionOf(field, value) : null);

    public override IEnumerable<(string, string)> ProblemsOf(Field field) => OptionList.ProblemsOf(field);
}
