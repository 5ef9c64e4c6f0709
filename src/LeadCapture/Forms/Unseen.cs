using System.Buffers;
using System.Globalization;
using System.Text;

namespace LeadCapture.Forms;

/// Characters that nobody sees: marks of direction and format, variations of a picture, letters that are blank.
public static class Unseen
{
    /// No letter before this is one, but for the soft hyphen and blanks.
    private const char First = '\u0300';
    private const char SoftHyphen = '\u00AD';

    /// In no word do these have a meaning, wherever they stand.
    private static readonly SearchValues<char> Meaningless = SearchValues.Create("\u00AD\u200B\u2060\uFEFF");

    public static string WithoutMeaningless(string text) => text.AsSpan().ContainsAny(Meaningless)
        ? string.Concat(text.Where(letter => !Meaningless.Contains(letter)))
        : text;

    /// For what machines read, such as an address or a key. Blanks of all kinds are the usual one.
    public static string Without(string text)
    {
        if (!text.Any(letter => letter >= First || letter is SoftHyphen or '\u00A0'))
            return text;
        var seen = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
            if (!Rune.TryGetRuneAt(text, i, out var rune))
                seen.Append(text[i]);
            else
            {
                i += rune.Utf16SequenceLength - 1;
                if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator)
                    seen.Append(' ');
                else if (!Is(rune))
                    seen.Append(rune);
            }
        return seen.ToString().Trim();
    }

    /// For what people read: within a text such characters join letters and pictures.
    public static string Trimmed(string text)
    {
        var rest = text.AsSpan().Trim();
        while (Rune.DecodeFromUtf16(rest, out var first, out var length) == OperationStatus.Done && IsNothing(first))
            rest = rest[length..];
        while (Rune.DecodeLastFromUtf16(rest, out var last, out var length) == OperationStatus.Done && IsNothing(last)
            && !EndsPicture(rest[..^length], last))
            rest = rest[..^length];
        return rest.Length == text.Length ? text : rest.ToString();
    }

    private static bool IsNothing(Rune rune) => Rune.IsWhiteSpace(rune) || Is(rune);

    private static bool Is(Rune rune) => rune.Value switch
    {
        SoftHyphen => true,
        < First => false,
        // Grapheme joiner, fillers of Hangul and Khmer, variations of Mongolian, empty Braille, the mark of a lost object.
        0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0 or 0xFFFC => true,
        >= 0x180B and <= 0x180F or >= 0xFE00 and <= 0xFE0F or >= 0xFFF0 and <= 0xFFF8 or >= 0xE0000 and <= 0xE0FFF => true,
        // Of this category, and seen all the same: signs before Arabic and Syriac numbers.
        >= 0x0600 and <= 0x0605 or 0x06DD or 0x070F or 0x0890 or 0x0891 or 0x08E2 => false,
        _ => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format,
    };

    /// ❤ is red with its variation, and the flag of England is made of tags.
    private static bool EndsPicture(ReadOnlySpan<char> before, Rune last) =>
        last.Value is >= 0xFE00 and <= 0xFE0F or >= 0xE0020 and <= 0xE007F
        && Rune.DecodeLastFromUtf16(before, out var picture, out _) == OperationStatus.Done
        && (Rune.IsSymbol(picture) || picture.Value is >= 0xE0020 and <= 0xE007F);
}
