namespace LeadCapture.Forms.Fields;

/// One of a few options that all stand in the page.
public sealed class RadioKind : ChoiceKind
{
    public override string Name => "radio";

    public override KindSettings Settings => KindSettings.Options;

    public override string View => "_Radios";

    public override IEnumerable<(string, string)> ProblemsOf(Field field) => OptionList.ProblemsOf(field);
}
