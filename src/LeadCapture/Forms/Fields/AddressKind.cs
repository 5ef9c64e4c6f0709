namespace LeadCapture.Forms.Fields;

/// What machines read, such as an address or a number to call: nothing that is not seen belongs to it.
public abstract class AddressKind : FieldKind
{
    public override KindSettings Settings => KindSettings.Placeholder;

    public override string Clean(string value) => Unseen.Without(base.Clean(value));
}
