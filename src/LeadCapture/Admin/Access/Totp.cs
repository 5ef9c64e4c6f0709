using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace LeadCapture.Admin.Access;

/// One-time codes by time (RFC 6238), as every authenticator app makes them.
public static class Totp
{
    public const int Digits = 6;
    private const int KeyBytes = 20;
    private const int SecondsOfAStep = 30;

    /// Clocks of phones are off by as much.
    private const int StepsAround = 2;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string NewKey() => string.Concat(RandomNumberGenerator.GetBytes(KeyBytes).Chunk(5).Select(Letters));

    /// The time step that the code belongs to; null where it fits none of those around now.
    public static long? StepOf(string key, string code, DateTime now)
    {
        var (secret, typed) = (Bytes(key), Encoding.UTF8.GetBytes(code));
        var step = (long)(now - DateTime.UnixEpoch).TotalSeconds / SecondsOfAStep;
        for (var around = step - StepsAround; around <= step + StepsAround; around++)
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(CodeOf(secret, around)), typed))
                return around;
        return null;
    }

    private static string CodeOf(byte[] secret, long step)
    {
        Span<byte> message = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(message, step);
#pragma warning disable CA5350 // RFC 6238 says SHA-1, and the apps know no other.
        var hash = HMACSHA1.HashData(secret, message);
#pragma warning restore CA5350
        var start = hash[^1] & 0xF;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(start, sizeof(int))) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", InvariantCulture);
    }

    /// Five bytes are eight letters.
    private static string Letters(byte[] five)
    {
        var bits = five.Aggregate(0L, (all, one) => all << 8 | one);
        return string.Concat(Enumerable.Range(1, 8).Select(place => Alphabet[(int)(bits >> 40 - 5 * place) & 31]));
    }

    private static byte[] Bytes(string key)
    {
        var (bytes, bits, held) = (new List<byte>(KeyBytes), 0, 0);
        foreach (var letter in key)
        {
            (bits, held) = (bits << 5 | Alphabet.IndexOf(letter, StringComparison.Ordinal), held + 5);
            if (held < 8)
                continue;
            held -= 8;
            bytes.Add((byte)(bits >> held));
            bits &= (1 << held) - 1;
        }
        return [.. bytes];
    }
}
