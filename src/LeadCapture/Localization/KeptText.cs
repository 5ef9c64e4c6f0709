using System.Globalization;

namespace LeadCapture.Localization;

/// What is stored is read later by people of other languages: it is said in the one in which texts are written.
public static class KeptText
{
    public static string Of(Func<string> say)
    {
        var reader = CurrentUICulture;
        CultureInfo.CurrentUICulture = GetCultureInfo(Texts.Language);
        try
        {
            return say();
        }
        finally
        {
            CultureInfo.CurrentUICulture = reader;
        }
    }
}
