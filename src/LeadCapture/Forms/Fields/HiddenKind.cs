namespace LeadCapture.Forms.Fields;

/// A value that comes along with the page or its link, and that no visitor sees.
public sealed class HiddenKind : FieldKind
{
    public override string Name => "hidden";

    public override string View => "_Hidden";

    public override bool IsSeen => false;
}
