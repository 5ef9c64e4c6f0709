using System.Text;

namespace LeadCapture.Leads.Search;

/// All that stands in three letters of a text, each once. Whatever has a part of the text has the part's trigrams.
public static class Trigrams
{
    public const int Length = 3;

    public static IEnumerable<string> Of(string text)
    {
        HashSet<string> seen = [];
        foreach (var line in text.Split('\n'))
        {
            Rune[] letters = [.. line.EnumerateRunes()];
            for (var place = 0; place + Length <= letters.Length; place++)
                if (string.Concat(letters[place], letters[place + 1], letters[place + 2]) is var trigram && seen.Add(trigram))
                    yield return trigram;
        }
    }

    /// As numbers, for an index that knows no language. Two with one number only make it look at a few more leads.
    public static int[] NumbersOf(string text) => [.. Of(text).Select(Number).Distinct()];

    public static bool Has(string text) => text.EnumerateRunes().Count() >= Length;

    private static int Number(string trigram)
    {
        var number = 0;
        foreach (var letter in trigram.EnumerateRunes())
            number = unchecked((number * 0x10001F) + letter.Value);
        return number;
    }
}
