namespace LeadCapture.Forms.Fields;

/// Text of several lines.
public sealed class LongTextKind : FieldKind
{
    public override string Name => "longText";

    public override KindSettings Settings => KindSettings.Placeholder | KindSettings.Length;

    public override string View => "_LongText";

    public override bool HasLines => true;

    public override int MaxLength => 4000;

    public override string Clean(string value) => value;
}
