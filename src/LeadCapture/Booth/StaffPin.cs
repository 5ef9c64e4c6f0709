using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace LeadCapture.Booth;

/// What a tablet checks the PIN of its staff menu by, also without a connection.
public sealed record StaffPin(string Salt, string Hash, int Iterations)
{
    public const int Digits = 6;
    private const int Rounds = 200_000;

    public static string New() => RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", InvariantCulture);

    /// The salt is the event's own: the same on all of its tablets.
    public static StaffPin Of(Event at)
    {
        var salt = SHA256.HashData(Encoding.UTF8.GetBytes(at.PublicKey))[..16];
        var hash = Rfc2898DeriveBytes.Pbkdf2(at.Pin, salt, Rounds, HashAlgorithmName.SHA256, 32);
        return new(WebEncoders.Base64UrlEncode(salt), WebEncoders.Base64UrlEncode(hash), Rounds);
    }
}
