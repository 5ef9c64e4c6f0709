namespace LeadCapture.Forms.Fields;

/// An email address, however it was pasted.
public sealed class EmailKind : AddressKind
{
    private static readonly InputTraits Traits = new("email", Mode: "email", Capitals: "none");

    public override string Name => "email";

    public override InputTraits TraitsOf(Field field, string value) => Traits;

    public override string Normalize(Field field, string value) => EmailSpelling.Of(value);

    public override string? ProblemOf(Field field, string value) => EmailSpelling.ProblemOf(value);

    /// A plus that nobody encoded came as a blank.
    public override string FromLink(string value)
    {
        var decoded = Uri.UnescapeDataString(value);
        foreach (var text in (string[])[decoded, decoded.Replace(' ', '+'), value.Replace(' ', '+')])
            if (EmailSpelling.IsAddress(text))
                return text;
        return value;
    }
}
