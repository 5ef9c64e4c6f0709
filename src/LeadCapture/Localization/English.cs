using System.Globalization;

namespace LeadCapture.Localization;

/// What is stored, or read by who knows where, is English: its readers may speak another language than whoever caused it.
public static class English
{
    private static readonly CultureInfo Language = CultureInfo.GetCultureInfo(Texts.Language);

    public static T Of<T>(Func<T> text)
    {
        var before = CultureInfo.CurrentUICulture;
        Speak();
        try
        {
            return text();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    /// For all that the caller does from here on.
    public static void Speak() => CultureInfo.CurrentUICulture = Language;
}
