using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace LeadCapture.Admin.Users;

/// A way in that works once and not for long. Only the hash of its token is stored: who reads the database cannot use it.
public sealed class OneTimeLink
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);
    private const int TokenBytes = 32;

    public required string Hash { get; init; }
    public required LinkKind Kind { get; init; }

    /// Null for the link that sets up the first owner.
    public Guid? UserId { get; init; }

    public required DateTime ExpiresAt { get; init; }

    public static (OneTimeLink Link, string Token) New(LinkKind kind, Guid? userId, DateTime now)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        return (new() { Hash = HashOf(token), Kind = kind, UserId = userId, ExpiresAt = now + Lifetime }, token);
    }

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public static string PathOf(string token) => WelcomeController.Here + token;
}

/// The numbers are stored.
public enum LinkKind
{
    /// The first owner, while there is no user.
    SetUp = 0,

    Invitation = 1,
    NewPassword = 2,

    /// Ordered on the machine itself: also turns the second factor off.
    Recovery = 3,
}
