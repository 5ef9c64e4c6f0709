using System.Buffers;
using System.Globalization;
using System.Text;

namespace LeadCapture.Submissions.Spam;

/// Latin letters in a row as no language has them. Only single words: what has a space or a hyphen somebody has composed.
internal static class Gibberish
{
    private const int Shortest = 7;
    private const int LongestRun = 4;

    /// Of fewer different letters is a key that somebody holds down.
    private const int FewestLetters = 5;
    private const string Vowels = "aeiouyæøœ";

    /// What is one sound in some language.
    private static readonly string[] Sounds =
        ["tsch", "szcz", "sch", "sh", "ch", "th", "ph", "sz", "cz", "rz", "dz", "ck", "tz", "kh", "zh", "gh", "ts", "ng", "st", "tr", "wh"];

    public static bool Is(string word)
    {
        if (word.Length < Shortest)
            return false;
        var plain = Plain(word);
        return plain.AsSpan().IndexOfAnyExcept(Letters) < 0 && plain.Distinct().Count() >= FewestLetters
            && (JumpsCase(plain) || CannotBeSaid(plain.ToLowerInvariant()));
    }

    private static readonly SearchValues<char> Letters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZæøœłđðþßıÆØŒŁĐÐÞ");

    /// Without accents.
    private static string Plain(string word) => Ascii.IsValid(word) ? word
        : string.Concat(word.Normalize(NormalizationForm.FormD)
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark));

    /// McDonald, DeLaCruz and MacDonaldSmith do not: capitals that stand together within a word, or begin it anew three times.
    private static bool JumpsCase(string word)
    {
        var (anew, together) = (0, false);
        for (var place = 1; place < word.Length; place++)
            if (char.IsUpper(word[place]) && char.IsLower(word[place - 1]))
            {
                anew++;
                together |= place + 2 < word.Length && char.IsUpper(word[place + 1]);
            }
        return anew > 2 || (anew > 1 && together);
    }

    private static bool CannotBeSaid(string word)
    {
        var (run, longest, sounds) = (0, 0, 0);
        for (var place = 0; place < word.Length; sounds++)
        {
            var rest = word.AsSpan(place);
            run = Vowels.Contains(rest[0], StringComparison.Ordinal) ? 0 : run + 1;
            longest = Math.Max(longest, run);
            place += LengthOf(rest);
        }
        return longest > LongestRun && sounds >= Shortest;
    }

    private static int LengthOf(ReadOnlySpan<char> rest)
    {
        foreach (var sound in Sounds)
            if (rest.StartsWith(sound, StringComparison.Ordinal))
                return sound.Length;
        // Doubled letters are one sound.
        return rest.Length > 1 && rest[1] == rest[0] ? 2 : 1;
    }
}
