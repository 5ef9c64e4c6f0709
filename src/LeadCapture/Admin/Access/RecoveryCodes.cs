using System.Security.Cryptography;
using LeadCapture.Admin.Users;
using LeadCapture.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Access;

/// For the day on which the phone is lost. Each is a row that is gone when it is used: of two at once, one finds it. Only hashes
/// are stored, slow ones, because a code is short.
public sealed class RecoveryCodes(LeadDb db)
{
    public const string Kept = "RecoveryCode";
    private const int Count = 10;
    private const int HalfLength = 5;
    private const int Rounds = 100_000;
    private const int HashBytes = 32;

    /// Without letters that look like others.
    private const string Alphabet = "23456789BCDFGHJKMNPQRTVWXY";

    private DbSet<IdentityUserToken<Guid>> Rows => db.Set<IdentityUserToken<Guid>>();

    /// To be shown once. Stored by the next save; the earlier ones no longer work.
    public async Task<string[]> New(User user)
    {
        await Forget(user);
        string[] codes = [.. Enumerable.Range(0, Count).Select(_ => $"{Half()}-{Half()}")];
        Rows.AddRange(codes.Select(code => new IdentityUserToken<Guid>
        {
            UserId = user.Id,
            LoginProvider = Kept,
            Name = HashOf(user.Id, code),
        }));
        return codes;
    }

    public async Task<bool> Redeem(User user, string code)
    {
        var hash = HashOf(user.Id, code);
        return await Of(user).Where(row => row.Name == hash).ExecuteDeleteAsync() == 1;
    }

    public Task<int> Left(User user) => Of(user).CountAsync();

    public Task Forget(User user) => Of(user).ExecuteDeleteAsync();

    /// With or without the dash, in small letters or large ones.
    public static string HashOf(Guid userId, string code) => Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(
        code.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant(), userId.ToByteArray(), Rounds,
        HashAlgorithmName.SHA256, HashBytes));

    private IQueryable<IdentityUserToken<Guid>> Of(User user) =>
        Rows.Where(row => row.UserId == user.Id && row.LoginProvider == Kept);

    private static string Half() => RandomNumberGenerator.GetString(Alphabet, HalfLength);
}
