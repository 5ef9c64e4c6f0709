using System.Security.Cryptography;
using System.Text;

namespace LeadCapture.Submissions.ApiKeys;

/// What a server shows to send leads. Only the hash of its token is stored: who reads the database cannot use it.
public sealed class ApiKey
{
    public const string Mark = "lc_";
    public const int DefaultPerMinute = 600;
    public const int MostPerMinute = 100_000;
    private const string Beginning = Mark + "live_";
    private const string Letters = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const int Secret = 40;
    private const int Shown = 4;

    public int Id { get; init; }
    public required string Name { get; init; }

    /// As much of the token as people may see, to tell keys apart.
    public required string Prefix { get; init; }

    public required string Hash { get; init; }

    /// The ids of the forms it may use, with commas between them; "": all, those of the future too.
    public required string Forms { get; init; }

    public required int PerMinute { get; init; }
    public required DateTime CreatedAt { get; init; }
    public required string CreatedBy { get; init; }
    public DateTime? ExpiresAt { get; init; }
    public DateTime? RevokedAt { get; set; }

    /// To the minute.
    public DateTime? LastUsedAt { get; init; }

    public IReadOnlyList<int> FormIds => FormsOf(Forms);

    public static IReadOnlyList<int> FormsOf(string stored) =>
        [.. stored.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => int.Parse(id, InvariantCulture))];

    /// 200 random bits and more.
    public static string NewToken() => Beginning + RandomNumberGenerator.GetString(Letters, Secret);

    public static string PrefixOf(string token) => token[..(Beginning.Length + Shown)];

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
