using System.Text;
using System.Text.RegularExpressions;
using LeadCapture.ReplyIo;

namespace LeadCapture.Forms;

/// What people type, as it is kept: without what is not seen, in the composed form, and known values by their one name.
public static partial class InputNormalizer
{
    /// Any text: its lines end in one way, its letters are composed, and what no text has is not in it.
    public static string Clean(string? typed)
    {
        if (string.IsNullOrEmpty(typed))
            return "";
        var text = Unseen.WithoutMeaningless(typed);
        if (text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            text = NormalForm.Compose(Controls().Replace(text.Replace('\v', '\n').ReplaceLineEndings("\n"), ""));
        return Unseen.Trimmed(text);
    }

    /// The key of a custom field.
    public static string Key(string? typed) => Unseen.Without(OneLine(Clean(typed)));

    /// Also what the eye does not see within a text: doubled blanks, and marks that came along with a copy.
    public static string Trimmed(string text) => Clean(Blanks().Replace(Marks().Replace(text, ""), " "));

    public static string OneLine(string text) => text.AsSpan().ContainsAny('\t', '\n')
        ? string.Join(' ', text.Split(['\t', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        : text;

    /// The beginning of it, where it is longer. No half of a pair is left at the end.
    public static string Start(string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)].TrimEnd();

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

    [GeneratedRegex(@"[\p{Cc}-[\n\t]]")]
    private static partial Regex Controls();

    [GeneratedRegex(@"[^\S\n]+")]
    private static partial Regex Blanks();

    /// But for those that join letters and pictures.
    [GeneratedRegex(@"[\p{Cf}-[\u200C\u200D]]")]
    private static partial Regex Marks();
}
