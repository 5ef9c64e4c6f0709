using System.Globalization;
using static LeadCapture.Forms.FormText;

namespace LeadCapture.Forms.Fields;

/// A day, as yyyy-MM-dd.
public sealed class DateKind : FieldKind
{
    private const string Format = "yyyy-MM-dd";
    private static readonly InputTraits Day = new("date") { IsShort = true };
    private static readonly InputTraits NoDay = Day with { Type = "text" };

    public override string Name => "date";

    public override KindSettings Settings => KindSettings.Range;

    /// A browser empties a date input whose value is no date; as text, the visitor can mend it.
    public override InputTraits TraitsOf(Field field, string value) => value == "" || Read(value) is not null ? Day : NoDay;

    public override string? ProblemOf(Field field, string value)
    {
        if (Read(value) is not { } date)
            return T["{0} must be a date, like 2026-03-31", field.ShownLabel];
        if (Read(field.Min) is { } first && date < first)
            return T["{0} must be {1} or later", field.ShownLabel, field.Min!];
        return Read(field.Max) is { } last && date > last ? T["{0} must be {1} or earlier", field.ShownLabel, field.Max!].Value : null;
    }

    public override IEnumerable<(string, string)> ProblemsOf(Field field)
    {
        if (field.Min is not null && Read(field.Min) is null)
            yield return ("min", "Enter a date like 2026-03-31");
        if (field.Max is not null && Read(field.Max) is null)
            yield return ("max", "Enter a date like 2026-03-31");
    }

    public static string Write(DateOnly date) => date.ToString(Format, InvariantCulture);

    public static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact(text, Format, InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
