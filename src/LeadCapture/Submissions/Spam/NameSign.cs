using System.Globalization;
using System.Text;

namespace LeadCapture.Submissions.Spam;

/// Names that are none: with numbers and pictures in them, or letters drawn by lot. Names of people are of every kind, so one or two never
/// suffice alone.
public sealed class NameSign : ISpamSign
{
    private const int MostDigits = 2;
    private const int LongestName = 60;
    private static readonly string[] Drawn = ["firstName", "lastName", "company", "city"];

    public void Look(Suspect suspect)
    {
        if (suspect.IsAllowed)
            return;
        if (IsOdd(suspect.ValueOf("firstName")) || IsOdd(suspect.ValueOf("lastName")))
            suspect.Adds(SpamSignKind.OddName, 4);
        var drawn = Drawn.Count(property => Gibberish.Is(suspect.ValueOf(property)))
            + suspect.Texts.Count(text => !text.Contains(' ', StringComparison.Ordinal) && Gibberish.Is(text));
        if (drawn > 0)
            suspect.Adds(SpamSignKind.Gibberish, drawn switch { 1 => 3, 2 => 7, _ => SpamCheck.Threshold });
    }

    private static bool IsOdd(string name)
    {
        if (name.Length > LongestName)
            return true;
        var digits = 0;
        foreach (var letter in name.EnumerateRunes())
            if (Rune.IsDigit(letter) && ++digits > MostDigits || Rune.GetUnicodeCategory(letter) is UnicodeCategory.OtherSymbol
                or UnicodeCategory.CurrencySymbol or UnicodeCategory.MathSymbol)
                return true;
        return false;
    }
}
