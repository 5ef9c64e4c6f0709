using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace LeadCapture.Submissions.Spam;

/// The same words from one sender after another. Greeting and name may differ: each passage counts by itself.
public sealed class RepetitionSign(TimeProvider clock) : ISpamSign
{
    /// Shorter ones many people write alike. One letter of Chinese, Japanese or Korean says as much as three.
    private const int Shortest = 70;
    private const int LettersOfAWord = 3;
    private const int MostPassages = 8;
    private static readonly TimeSpan While = TimeSpan.FromHours(1);

    private readonly RecentCounts<long> senders = new(While, most: 20_000, clock);
    private readonly RecentCounts<(long, long)> pairs = new(While, most: 50_000, clock);

    /// Where a link filled in the page, many say what it says.
    public void Look(Suspect suspect)
    {
        if (suspect.Stamp.IsPrefilled)
            return;
        var sender = Hash(suspect.Email != "" ? suspect.Email : suspect.Origin.Sender?.ToString() ?? "");
        var most = 0;
        foreach (var passage in suspect.Texts.SelectMany(Passages).Take(MostPassages).Select(Hash))
            most = Math.Max(most, pairs.Add((passage, sender)) == 1 ? senders.Add(passage) : senders.Of(passage));
        if (most > 1 && !suspect.IsAllowed)
            suspect.Adds(SpamSignKind.RepeatedText, most switch { 2 => 4, 3 => 6, _ => 7 }, most.ToString(InvariantCulture));
    }

    private static IEnumerable<string> Passages(string text) =>
        text.Split(['.', '!', '?', '\n', '。', '！', '？'], StringSplitOptions.RemoveEmptyEntries)
            .Select(Letters).Where(passage => passage.Sum(letter => letter >= '\u2E80' ? LettersOfAWord : 1) >= Shortest);

    private static string Letters(string passage) => string.Concat(passage.Where(char.IsLetter)).ToLowerInvariant();

    private static long Hash(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }
}
