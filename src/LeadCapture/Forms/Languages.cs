namespace LeadCapture.Forms;

/// The languages that a form may be written in, by their tags.
public static class Languages
{
    public static readonly IReadOnlyList<string> All =
    [
        "ar", "bg", "ca", "cs", "da", "de", "el", "en", "es", "et", "eu", "fi", "fr", "ga", "gl", "he", "hi", "hr", "hu", "id", "is", "it",
        "ja", "ko", "lt", "lv", "mt", "nb", "nl", "pl", "pt", "pt-BR", "ro", "ru", "sk", "sl", "sr", "sv", "th", "tr", "uk", "vi", "zh-Hans",
        "zh-Hant",
    ];

    /// As its speakers write it: Deutsch.
    public static string NameOf(string tag)
    {
        var culture = GetCultureInfo(tag);
        return culture.TextInfo.ToUpper(culture.NativeName[0]) + culture.NativeName[1..];
    }

    public static string EnglishNameOf(string tag) => GetCultureInfo(tag).EnglishName;

    /// Null where lines begin on the left.
    public static string? DirectionOf(string? tag) => tag is not null && GetCultureInfo(tag).TextInfo.IsRightToLeft ? "rtl" : null;
}
