namespace LeadCapture.Forms.Fields;

/// A web address, with or without its scheme.
public sealed class UrlKind : AddressKind
{
    private static readonly InputTraits Traits = new("url", Mode: "url", Capitals: "none");

    public override string Name => "url";

    public override InputTraits TraitsOf(Field field, string value) => Traits;

    public override string Normalize(Field field, string value) => WebAddress.Of(field, value);

    public override string? ProblemOf(Field field, string value) => WebAddress.ProblemOf(field, value);
}
