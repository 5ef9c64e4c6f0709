namespace LeadCapture.Leads.Search;

/// What somebody typed, as it is looked for: every word, in any order. Whatever it says, it means these letters and nothing else.
public sealed record SearchTerms(IReadOnlyList<string> Words)
{
    /// More of them do not lead to fewer leads.
    private const int MostTrigrams = 32;

    /// Numbers are cut into groups in many ways.
    private const string PhoneSigns = " +-.()/";

    /// Without these, nothing leads to all leads that have them.
    public bool HasTrigrams => Words.Any(Search.Trigrams.Has);

    public IEnumerable<string> Trigrams => Words.SelectMany(Search.Trigrams.Of).Distinct().Take(MostTrigrams);

    /// In the order in which they are tried: a phone number by its digits, with the zero that stands for the country and without, then words.
    public static IEnumerable<SearchTerms> Of(string text)
    {
        var digits = SearchEntry.Digits(text);
        if (digits.Length >= Search.Trigrams.Length && text.All(sign => char.IsAsciiDigit(sign) || PhoneSigns.Contains(sign)))
        {
            yield return new([digits]);
            if (digits.TrimStart('0') is { Length: >= Search.Trigrams.Length } national && national != digits)
                yield return new([national]);
        }
        yield return new([.. FoldedText.Of(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Trim(',', ';')).Where(word => word != "").Distinct()]);
    }
}
