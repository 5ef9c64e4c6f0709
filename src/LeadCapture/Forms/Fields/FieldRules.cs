using System.Text.RegularExpressions;

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
        return ProblemOfText(field.Label, value, field.MaxLength ?? kind.MaxLength, kind.HasLines)
            ?? ProblemOfLength(field, value) ?? kind.ProblemOf(field, kind.Normalize(field, value)) ?? ProblemOfPattern(field, value);
    }

    public static string? ProblemOfText(string label, string value, int longest, bool lines)
    {
        if (value.Length > longest)
            return $"{label} must be {Number(longest)} characters or fewer. You typed {Number(value.Length)}";
        return InputNormalizer.IsSendable(value, lines)
            ? null
            : $"{label} has characters that can't be read. Type it again, or send it as UTF-8";
    }

    private static string Number(int number) => number.ToString("N0", InvariantCulture);

    private static string Missing(Field field) =>
        field.RequiredMessage.Length > 0 ? field.RequiredMessage : field.Kind.MissingMessage(field);

    private static string? ProblemOfLength(Field field, string value) =>
        value.Length < field.MinLength ? $"{field.Label} must be {field.MinLength} characters or more" : null;

    private static string? ProblemOfPattern(Field field, string value)
    {
        if (field.Pattern is not { Length: > 0 } pattern || Fits(value, $"^(?:{pattern})$"))
            return null;
        return field.PatternMessage is { Length: > 0 } message ? message : $"Check the format of “{field.Label}”";
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
