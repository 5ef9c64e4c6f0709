using System.Globalization;
using static LeadCapture.Forms.FormText;

namespace LeadCapture.Forms.Fields;

/// A number of points from 1 to the field's Max, or to 5.
public sealed class RatingKind : ChoiceKind
{
    private const int Most = 5;
    private const int MostEver = 10;
    private const char Star = '★';

    public override string Name => "rating";

    public override KindSettings Settings => KindSettings.Most;

    public override string View => "_Rating";

    public override IReadOnlyList<Option> ChoicesOf(Field field) =>
        [.. Enumerable.Range(1, MostOf(field)).Select(points => Text(points)).Select(points => new Option(points, points))];

    public override string? ProblemOf(Field field, string value) =>
        OptionOf(field, value) is null ? T["{0}: choose a number from 1 to {1}", field.ShownLabel, MostOf(field)].Value : null;

    public override IEnumerable<(string, string)> ProblemsOf(Field field) =>
        field.Max is null || field.Max == Text(MostOf(field)) ? [] : [("max", $"Enter a number from 2 to {MostEver}")];

    public override string Show(Field field, string value) =>
        OptionOf(field, value) is { } points ? T["{0} of {1}", points.Label, MostOf(field)] : value;

    /// Also as 4/5, and as stars.
    protected override Option? OptionOf(Field field, string value)
    {
        var ofMost = "/" + Text(MostOf(field));
        var points = value.EndsWith(ofMost, StringComparison.Ordinal) ? value[..^ofMost.Length].TrimEnd()
            : value != "" && value.All(letter => letter == Star) ? Text(value.Length)
            : value;
        return base.OptionOf(field, points);
    }

    private static int MostOf(Field field) =>
        int.TryParse(field.Max, NumberStyles.None, InvariantCulture, out var most) ? Math.Clamp(most, 2, MostEver) : Most;

    private static string Text(int points) => points.ToString(InvariantCulture);
}
