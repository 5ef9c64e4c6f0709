using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LeadCapture.Forms;

/// What people type, as it is kept: trimmed, without invisible characters, addresses with their scheme.
public static partial class Spelling
{
    private static readonly SearchValues<char> Invisible = SearchValues.Create("\u00AD\u200B\u2060\uFEFF");

    public static string Clean(string? typed)
    {
        if (string.IsNullOrEmpty(typed))
            return "";
        if (typed.AsSpan().ContainsAny(Invisible))
            typed = string.Concat(typed.Where(letter => !Invisible.Contains(letter)));
        return typed.Contains('\r', StringComparison.Ordinal) ? typed.ReplaceLineEndings("\n").Trim() : typed.Trim();
    }

    /// Also what the eye does not see within a text: doubled blanks, and marks that came along with a copy.
    public static string Trimmed(string text) => Clean(Blanks().Replace(Marks().Replace(text, ""), " "));

    public const NumberStyles NumberStyle = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    public static string Of(Field? field, string value) => field switch
    {
        { Kind: FieldKind.Url } => Address(value),
        { Kind: FieldKind.Number } => Number(field, value.Replace(" ", "", StringComparison.Ordinal)),
        { Kind: FieldKind.YesNo or FieldKind.Consent } => YesOrNo(value),
        { Kind: FieldKind.TimeZone } => TimeZones.Find(value) ?? value,
        { Options.Count: > 0 } => OptionOf(field, value)?.Value ?? value,
        _ => value,
    };

    /// What stands in the input: the option that was meant, and anything else as it was typed.
    public static string Choice(Field field, string value) =>
        field.Kind is FieldKind.YesNo or FieldKind.Consent || field.Options.Count > 0 ? Of(field, value) : value;

    /// By its value, or by the words that people see.
    public static Option? OptionOf(Field field, string value) =>
        field.Options.FirstOrDefault(option => option.Value.Equals(value, StringComparison.OrdinalIgnoreCase))
        ?? field.Options.FirstOrDefault(option => Plain(option.Label) == Plain(value));

    /// Whether the text can be sent at all: no control characters, nothing that was damaged on the way.
    public static bool IsSendable(string text, bool lines)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (char.IsControl(letter) && !(lines && letter is '\n' or '\t') || letter == '\uFFFD')
                return false;
            if (char.IsSurrogate(letter)
                && !(Rune.TryGetRuneAt(text, i, out var rune) && rune.Utf16SequenceLength == 2 && i++ >= 0))
                return false;
        }
        return true;
    }

    private static string Address(string value) =>
        HasScheme().IsMatch(value) || !value.Contains('.', StringComparison.Ordinal) ? value : "https://" + value;

    /// Reply.io takes numbers as whole ones: 42.0 is 42.
    private static string Number(Field field, string value) =>
        field.Property is not null && decimal.TryParse(value, NumberStyle, InvariantCulture, out var number)
            && number == decimal.Truncate(number)
            ? decimal.Truncate(number).ToString("0", InvariantCulture)
            : value;

    /// Browsers send "on" for a checkbox without a value; programs say true.
    private static string YesOrNo(string value) => value.ToUpperInvariant() switch
    {
        "YES" or "TRUE" or "ON" => "yes",
        "NO" or "FALSE" or "OFF" => "no",
        _ => value,
    };

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9+.-]*://")]
    private static partial Regex HasScheme();

    [GeneratedRegex(@"[^\S\n]+")]
    private static partial Regex Blanks();

    /// But for those that join letters and pictures.
    [GeneratedRegex(@"[\p{Cf}-[\u200C\u200D]]")]
    private static partial Regex Marks();

    private static string Plain(string label) =>
        label.Replace('–', '-').Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal)
            .ToUpperInvariant();
}
