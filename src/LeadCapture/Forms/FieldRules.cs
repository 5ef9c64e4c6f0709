using System.Globalization;
using System.Text.RegularExpressions;

namespace LeadCapture.Forms;

/// What is wrong with the answer to one field.
public static class FieldRules
{
    public static string? ProblemOf(Field field, string value)
    {
        value = Spelling.Typed(field.Kind, value);
        if (value == "" || field.Kind == FieldKind.Consent && Spelling.Of(field, value) == "no")
            return field.Required && field.Kind != FieldKind.Hidden ? Missing(field) : null;
        var longest = field.MaxLength ?? (field.Kind == FieldKind.LongText ? 4000 : 500);
        return ProblemOfText(field.Label, value, longest, field.Kind == FieldKind.LongText)
            ?? ProblemOfLength(field, value) ?? ProblemOfKind(field, Spelling.Of(field, value)) ?? ProblemOfPattern(field, value);
    }

    public static string? ProblemOfText(string label, string value, int longest, bool lines)
    {
        if (value.Length > longest)
            return $"{label} must be {Number(longest)} characters or fewer. You typed {Number(value.Length)}";
        return Spelling.IsSendable(value, lines)
            ? null
            : $"{label} has characters that can't be read. Type it again, or send it as UTF-8";
    }

    private static string Number(int number) => number.ToString("N0", InvariantCulture);

    private static string Missing(Field field) => field switch
    {
        { RequiredMessage.Length: > 0 } => field.RequiredMessage,
        { Kind: FieldKind.Consent } => "Tick the box to go on",
        { Kind: FieldKind.Radio or FieldKind.Select or FieldKind.YesNo } => $"Choose an answer for “{field.Label}”",
        _ => $"Enter your {char.ToLowerInvariant(field.Label[0])}{field.Label[1..]}",
    };

    private static string? ProblemOfLength(Field field, string value) =>
        value.Length < field.MinLength ? $"{field.Label} must be {field.MinLength} characters or more" : null;

    private static string? ProblemOfKind(Field field, string value) => field.Kind switch
    {
        FieldKind.Email => EmailSpelling.ProblemOf(value),
        FieldKind.Url => WebAddress.ProblemOf(field, value),
        FieldKind.Number => NumberSpelling.ProblemOf(field, value),
        FieldKind.Date => ProblemOfDate(field, value),
        FieldKind.Select or FieldKind.Radio when Spelling.OptionOf(field, value) is null && !IsEmptySize(field, value)
            => $"{field.Label}: choose one of the options",
        FieldKind.YesNo or FieldKind.Consent when value is not ("yes" or "no") => $"{field.Label}: choose yes or no",
        FieldKind.TimeZone when TimeZones.Find(value) is null => "Choose a time zone from the list, like Europe/Berlin",
        _ => null,
    };

    /// Reply.io's own word for "not given" is as good as saying nothing.
    private static bool IsEmptySize(Field field, string value) =>
        field.Property == "companySize" && value == nameof(ReplyIo.CompanySize.Empty);

    private static string? ProblemOfDate(Field field, string value)
    {
        if (!DateOnly.TryParseExact(value, "yyyy-MM-dd", InvariantCulture, DateTimeStyles.None, out var date))
            return $"{field.Label} must be a date, like 2026-03-31";
        if (field.Min is { } first && date < DateOnly.ParseExact(first, "yyyy-MM-dd", InvariantCulture))
            return $"{field.Label} must be {first} or later";
        return field.Max is { } last && date > DateOnly.ParseExact(last, "yyyy-MM-dd", InvariantCulture)
            ? $"{field.Label} must be {last} or earlier"
            : null;
    }

    private static string? ProblemOfPattern(Field field, string value)
    {
        if (field.Pattern is not { Length: > 0 } pattern || Fits(value, $"^(?:{pattern})$"))
            return null;
        return field.PatternMessage is { Length: > 0 } message ? message : $"{field.Label} does not have the expected form";
    }

    /// A pattern that is none, or that takes too long, is its owner's mistake: no lead is lost for it.
    private static bool Fits(string value, string pattern)
    {
        try
        {
            return Regex.IsMatch(value, pattern, RegexOptions.NonBacktracking);
        }
        catch (NotSupportedException)
        {
            return FitsInTime(value, pattern);
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    private static bool FitsInTime(string value, string pattern)
    {
        try
        {
            return Regex.IsMatch(value, pattern, RegexOptions.None, TimeSpan.FromMilliseconds(100));
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }
}
