using System.Text;
using LeadCapture.ReplyIo;

namespace LeadCapture.Leads.Search;

/// A text as it is searched: without case, without marks on its letters, the same on every machine and in every language.
public static class FoldedText
{
    public static string Of(string text)
    {
        var folded = NormalForm.WithoutMarks(text).ToLowerInvariant();
        if (Ascii.IsValid(folded))
            return folded;
        var plain = new StringBuilder(folded.Length);
        foreach (var letter in folded)
            plain.Append(Plain(letter));
        return plain.ToString();
    }

    /// Letters that people type in another way: capitals have no other, or keyboards do not have them.
    private static string Plain(char letter) => letter switch
    {
        'ı' => "i",
        'ß' or 'ẞ' => "ss",
        'ς' => "σ",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' or 'ð' => "d",
        // The wide letters of East Asian keyboards.
        >= '！' and <= '～' => ((char)(letter - '！' + '!')).ToString(),
        _ => letter.ToString(),
    };
}
