using LeadCapture.Forms.Fields;

namespace LeadCapture.Catalogue;

/// A custom field that may be meant where another one vanished.
public sealed record Suggestion(KnownCustomField Field, double Likeness)
{
    private const double SameType = 0.1;
    private const double NewlyAppeared = 0.25;
    private const double Likely = 0.4;

    /// Worth choosing before anybody looks.
    public bool IsLikely => Likeness >= Likely;

    public static Suggestion Of(DriftedField drifted, KnownCustomField field) => new(
        field,
        NamesAlike(drifted.Key, field.Title)
            + (field.IsNumber == (drifted.Field.Kind == FieldKinds.Number) ? SameType : 0)
            // Whoever renames takes away and adds between the same two looks.
            + (field.SeenAt == drifted.Gone.GoneAt ? NewlyAppeared : 0));

    /// The share of letter pairs that both have (Dice), or how much of the longer one the shorter one is.
    private static double NamesAlike(string one, string other)
    {
        var (first, second) = (Letters(one), Letters(other));
        if (first.Length == 0 || second.Length == 0)
            return 0;
        var contained = first.Contains(second, StringComparison.Ordinal) || second.Contains(first, StringComparison.Ordinal)
            ? (double)Math.Min(first.Length, second.Length) / Math.Max(first.Length, second.Length)
            : 0;
        var (left, right) = (Pairs(first), Pairs(second));
        var total = left.Count + right.Count;
        return Math.Max(contained, total == 0 ? 0 : 2.0 * left.Intersect(right).Count() / total);
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static HashSet<string> Pairs(string text) => [.. Enumerable.Range(0, text.Length - 1).Select(place => text.Substring(place, 2))];
}
