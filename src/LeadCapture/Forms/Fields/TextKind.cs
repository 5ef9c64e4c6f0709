namespace LeadCapture.Forms.Fields;

/// One line of any text.
public sealed class TextKind : FieldKind
{
    public override string Name => "text";

    public override KindSettings Settings => KindSettings.Placeholder | KindSettings.Length | KindSettings.Pattern;
}
