using System.Buffers;
using System.Text;

namespace LeadCapture.Forms;

/// What people type, as it is kept: trimmed, without invisible characters, addresses with their scheme.
public static class Spelling
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

    public static string Of(Field? field, string value) => field switch
    {
        { Kind: FieldKind.Url } => Address(value),
        { Kind: FieldKind.Number } => value.Replace(" ", "", StringComparison.Ordinal),
        { Kind: FieldKind.TimeZone } => TimeZones.Find(value) ?? value,
        { Options.Count: > 0 } => OptionOf(field, value)?.Value ?? value,
        _ => value,
    };

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
            if (char.IsSurrogate(letter) && !(Rune.TryGetRuneAt(text, i, out var rune) && rune.Utf16SequenceLength == 2 && i++ >= 0))
                return false;
        }
        return true;
    }

    private static string Address(string value) =>
        value.Contains("://", StringComparison.Ordinal) || !value.Contains('.', StringComparison.Ordinal) ? value : "https://" + value;

    private static string Plain(string label) => label.Replace('–', '-').Replace(",", "", StringComparison.Ordinal).ToUpperInvariant();
}
