using System.Buffers;

namespace LeadCapture.Submissions.Spam;

/// Words that spam is about. People write about these things too, so all of them together never suffice.
public sealed class WordSign : ISpamSign
{
    private static readonly Lazy<(string[] All, SearchValues<string> Any)> Known = new(() =>
    {
        string[] words = [.. EmbeddedList.Lines("spam-words.txt")];
        return (words, SearchValues.Create(words, StringComparison.OrdinalIgnoreCase));
    });

    public void Look(Suspect suspect)
    {
        if (suspect.IsAllowed)
            return;
        HashSet<string>? found = null;
        foreach (var text in suspect.Texts.Concat(suspect.Names))
            if (text.AsSpan().ContainsAny(Known.Value.Any))
                foreach (var word in Known.Value.All)
                    if (Says(text, word))
                        (found ??= []).Add(word);
        if (found is not null)
            suspect.Adds(SpamSignKind.Words, found.Count switch { 1 => 5, 2 => 8, _ => 9 }, string.Join(", ", found.Take(3)));
    }

    /// At the beginning of a word; where a script has no spaces, anywhere.
    private static bool Says(string text, string word)
    {
        for (var at = 0; text.IndexOf(word, at, StringComparison.OrdinalIgnoreCase) is >= 0 and var found; at = found + 1)
            if (found == 0 || !char.IsLetter(text[found - 1]) || word[0] >= '\u2E80')
                return true;
        return false;
    }
}
