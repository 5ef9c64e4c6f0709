using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using static LeadCapture.Forms.FormText;

namespace LeadCapture.Forms.Fields;

/// A number as people write it in their country: with a point for decimals, and nothing between thousands.
public static partial class NumberSpelling
{
    public const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// Reply.io takes numbers as whole ones: 42.0 is 42. What may mean two numbers stays as it is.
    public static string Of(Field field, string value)
    {
        var text = WithPoint(Plain(value));
        return field.Property is not null && !IsAmbiguous(field, text)
            && decimal.TryParse(text, Style, InvariantCulture, out var number) && number == decimal.Truncate(number)
            ? decimal.Truncate(number).ToString("0", InvariantCulture)
            : text;
    }

    public static string? ProblemOf(Field field, string value)
    {
        if (IsAmbiguous(field, value))
            return T["{0} must be a number without separators, like 1000", field.ShownLabel];
        if (!decimal.TryParse(value, Style, InvariantCulture, out var number))
            return T["{0} must be a number, like 42", field.ShownLabel];
        if (field.Property is not null && number != decimal.Truncate(number))
            return T["{0} must be a whole number, like 42", field.ShownLabel];
        if (field.Min is { } least && number < decimal.Parse(least, InvariantCulture))
            return T["{0} must be {1} or more", field.ShownLabel, least];
        return field.Max is { } most && number > decimal.Parse(most, InvariantCulture)
            ? T["{0} must be {1} or less", field.ShownLabel, most].Value
            : null;
    }

    public static bool IsNumber(string text) => decimal.TryParse(text, Style, InvariantCulture, out _);

    /// The source of a number in JSON has a meaning of its own there: 7.000 is seven.
    public static string OfJson(string source) => NoFraction().Replace(source, "");

    /// A thousand in one country and one in another. A fraction such as 2.125 is likely meant; one of three noughts is not.
    private static bool IsAmbiguous(Field field, string text) =>
        OneGroup().IsMatch(text)
        && (field.Property is not null || text.Contains(',') || text.EndsWith(".000", StringComparison.Ordinal));

    private static string Plain(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var letter in value)
            if (letter is >= '\uFF01' and <= '\uFF5E')
                text.Append((char)(letter - '\uFF01' + '!'));
            else if (letter is '\u2212')
                text.Append('-');
            else if (!char.IsWhiteSpace(letter) && letter is not ('\'' or '’'))
                text.Append(letter);
        return text.ToString();
    }

    private static string WithPoint(string text)
    {
        if (Points().IsMatch(text))
            return text.Replace(".", "", StringComparison.Ordinal).Replace(',', '.');
        if (Commas().IsMatch(text))
            return text.Replace(",", "", StringComparison.Ordinal);
        return DecimalComma().IsMatch(text) ? text.Replace(',', '.') : text;
    }

    [GeneratedRegex(@"^[+-]?[1-9]\d{0,2}[.,]\d{3}$")]
    private static partial Regex OneGroup();

    [GeneratedRegex(@"^[+-]?\d{1,3}(?:(?:\.\d{3}){2,}(?:,\d+)?|\.\d{3},\d+)$")]
    private static partial Regex Points();

    [GeneratedRegex(@"^[+-]?\d{1,3}(?:(?:,\d{3}){2,}(?:\.\d+)?|,\d{3}\.\d+)$")]
    private static partial Regex Commas();

    [GeneratedRegex(@"^[+-]?(?:\d+,(?:\d{1,2}|\d{4,})|0,\d+)$")]
    private static partial Regex DecimalComma();

    [GeneratedRegex(@"(?<=^[^.eE]*)\.0+$")]
    private static partial Regex NoFraction();
}
