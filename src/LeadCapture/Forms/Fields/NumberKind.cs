namespace LeadCapture.Forms.Fields;

/// A number as it is written in any country.
public sealed class NumberKind : FieldKind
{
    /// A browser empties a number input whose value is no number; as text, the visitor can mend it.
    private static readonly InputTraits Decimal = new(Mode: "decimal") { IsShort = true };
    private static readonly InputTraits Whole = Decimal with { Mode = "numeric" };

    public override string Name => "number";

    public override KindSettings Settings => KindSettings.Placeholder | KindSettings.Range;

    /// Reply.io's own numbers are whole.
    public override InputTraits TraitsOf(Field field, string value) => field.Property is null ? Decimal : Whole;

    public override string Normalize(Field field, string value) => NumberSpelling.Of(field, value);

    public override IEnumerable<(string, string)> ProblemsOf(Field field)
    {
        if (field.Min is not null && !NumberSpelling.IsNumber(field.Min))
            yield return ("min", "Enter a number like 42");
        if (field.Max is not null && !NumberSpelling.IsNumber(field.Max))
            yield return ("max", "Enter a number like 42");
    }

    public override string? ProblemOf(Field field, string value) => NumberSpelling.ProblemOf(field, value);
}
