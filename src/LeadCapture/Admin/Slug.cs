using System.Globalization;
using System.Text;

namespace LeadCapture.Admin;

/// What something is called, as it stands in addresses and names of files: Spring fair 2027 → spring-fair-2027.
internal static class Slug
{
    private const int Longest = 76;

    /// Letters without their accents, in lower case, with hyphens between words. Otherwise: where none of them is left.
    public static string Of(string title, string otherwise)
    {
        var slug = new StringBuilder();
        foreach (var letter in title.Normalize(NormalizationForm.FormD).ToLowerInvariant())
            if (char.IsAsciiLetterOrDigit(letter))
                slug.Append(letter);
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        var text = slug.ToString(0, Math.Min(slug.Length, Longest)).Trim('-');
        return text == "" ? otherwise : text;
    }
}
