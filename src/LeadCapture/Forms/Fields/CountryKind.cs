namespace LeadCapture.Forms.Fields;

/// A country, suggested by its English name; any other text may be typed.
public sealed class CountryKind : FieldKind
{
    public override string Name => "country";

    public override IReadOnlyList<string> Suggestions => Countries.All;
}
