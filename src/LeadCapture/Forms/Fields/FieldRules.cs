using System.Text.RegularExpressions;
using static LeadCapture.Forms.FormText;

namespace LeadCapture.Forms.Fields;

/// What is wrong with the answer to one field.
public static class FieldRules
{
    public static string? ProblemOf(Field field, string value)
    {
        var kind = field.Kind;
        value = kind.Clean(value);
        if (kind.IsMissing(field, value))
            return field.Required && kind.IsSeen ? Missing(field) : null;
        return ProblemOfText(field, value)
            ?? ProblemOfLength(field, value) ?? kind.ProblemOf(field, kind.Normalize(field, value)) ?? ProblemOfPattern(field, value);
    }

    /// That it cannot be kept as it is.
    public static string? ProblemOfText(Field field, string value)
    {
        if (value.Length > LongestOf(field))
            return TooLong(field, value.Length);
        return InputNormalizer.IsSendable(value, field.Kind.HasLines)
            ? null
            : T["{0} has characters that can't be read. Type it again, or send it as UTF-8", field.ShownLabel].Value;
    }

    public static int LongestOf(Field field) => field.MaxLength ?? field.Kind.MaxLength;

    public static string TooLong(Field field, object typed) =>
        T["{0} must be {1:N0} characters or fewer. You typed {2:N0}", field.ShownLabel, LongestOf(field), typed];

    private static string Missing(Field field) =>
        field.RequiredMessage.Length > 0 ? field.RequiredMessage : field.Kind.MissingMessage(field);

    private static string? ProblemOfLength(Field field, string value) =>
        field.MinLength is { } least && value.Length < least ? T["{0} must be {1} characters or more", field.ShownLabel, least].Value : null;

    private static string? ProblemOfPattern(Field field, string value)
    {
        if (field.Pattern is not { Length: > 0 } pattern || Fits(value, $"^(?:{pattern})$"))
            return null;
        return field.PatternMessage is { Length: > 0 } message ? message : T["Check the format of “{0}”", field.ShownLabel];
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
