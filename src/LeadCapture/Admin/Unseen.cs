using System.Globalization;
using System.Text;

namespace LeadCapture.Admin;

/// Characters that the eye does not see, or not by themselves: blanks, marks of direction, joiners, fillers, what is none yet.
public static class Unseen
{
    /// Letters and a sign by their kind, and blank all the same: fillers of Hangul, vowels of Khmer, Braille without dots.
    private const string Blank = "\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0";

    public static bool Has(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
        or UnicodeCategory.SpacingCombiningMark
        || (rune.IsBmp && Blank.Contains((char)rune.Value));
}
