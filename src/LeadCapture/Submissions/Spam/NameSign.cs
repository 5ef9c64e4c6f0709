using System.Globalization;
using System.Text;

namespace LeadCapture.Submissions.Spam;

/// Names that are none: with numbers and pictures in them, or letters drawn by lot. Names of people are of every kind, so one or two never
/// suffice alone.
public sealed class NameSign : ISpamSign
{
    private const int MostDigits = 2;
    private const int LongestName = 60;
    private const int Odd = 4, Numbered = 2;
    private static readonly string[] Drawn = ["firstName", "lastName", "company", "city"];

    public void Look(Suspect suspect)
    {
        if (suspect.IsAllowed)
            return;
        if (Math.Max(OddityOf(suspect.ValueOf("firstName")), OddityOf(suspect.ValueOf("lastName"))) is > 0 and var points)
            suspect.Adds(SpamSignKind.OddName, points);
        var drawn = Drawn.Count(property => Gibberish.Is(suspect.ValueOf(property)))
            + suspect.Texts.Count(text => !text.Contains(' ', StringComparison.Ordinal) && Gibberish.Is(text));
        if (drawn > 0)
            suspect.Adds(SpamSignKind.Gibberish, drawn switch { 1 => 3, 2 => 7, _ => SpamCheck.Threshold });
    }

    /// Numbers alone say little: whoever tries a form out is called Test 001.
    private static int OddityOf(string name)
    {
        if (name.Length > LongestName)
            return Odd;
        var digits = 0;
        foreach (var letter in name.EnumerateRunes())
        {
            digits += Rune.IsDigit(letter) ? 1 : 0;
            if (Rune.GetUnicodeCategory(letter) is UnicodeCategory.OtherSymbol or UnicodeCategory.CurrencySymbol or UnicodeCategory.MathSymbol)
                return Odd;
        }
        return digits > MostDigits ? Numbered : 0;
    }
}
