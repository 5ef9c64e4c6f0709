namespace LeadCapture.Forms.Fields;

/// A phone number as its owner writes it.
public sealed class PhoneKind : AddressKind
{
    private const string Link = "tel:";
    private static readonly InputTraits Traits = new("tel", Mode: "tel");

    public override string Name => "phone";

    public override InputTraits TraitsOf(Field field, string value) => Traits;

    public override string Normalize(Field field, string value) =>
        value.StartsWith(Link, StringComparison.OrdinalIgnoreCase) ? value[Link.Length..] : value;

    public override string? AdviceOn(string value) => PhoneAdvice.Of(value);
}
