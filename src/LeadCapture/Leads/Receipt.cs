using System.Buffers;
using System.Security.Cryptography;

namespace LeadCapture.Leads;

/// The unguessable token of a lead's confirmation page: 130 random bits in Crockford's letters, which nobody misreads.
public static class Receipt
{
    public const int Length = 26;
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static readonly SearchValues<char> Allowed = SearchValues.Create(Letters);

    public static string New()
    {
        Span<byte> random = stackalloc byte[Length];
        RandomNumberGenerator.Fill(random);
        Span<char> letters = stackalloc char[Length];
        for (var i = 0; i < Length; i++)
            letters[i] = Letters[random[i] & 31];
        return new string(letters);
    }

    public static bool Fits(string text) => text.Length == Length && !text.AsSpan().ContainsAnyExcept(Allowed);
}
