using LeadCapture.Admin.Users;
using LeadCapture.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Access;

/// Who may come in. Unknown, disabled, blocked and wrong are one answer and the same work: nobody learns who has an account.
public sealed class Door(LeadDb db, UserManager<User> users, TimeProvider clock)
{
    private const int CodeLength = 6;
    private static readonly PasswordHasher<User> Hasher = new();
    private static readonly User Nobody = new("", "", Role.Viewer, DateTime.UnixEpoch);
    private static readonly string NobodysHash = Hasher.HashPassword(Nobody, Guid.NewGuid().ToString());

    public async Task<User?> Check(string email, string password)
    {
        var name = users.NormalizeEmail(email);
        if (!await Count(db.Users.Where(user => user.NormalizedEmail == name && user.PasswordHash != null)))
        {
            Hasher.VerifyHashedPassword(Nobody, NobodysHash, password);
            return null;
        }
        var user = await users.FindByEmailAsync(email);
        if (!await users.CheckPasswordAsync(user!, password))
            return null;
        // The code has tries of its own, and they must not be made good by knowing the password.
        await db.Users.Where(one => one.Id == user!.Id).ExecuteUpdateAsync(set => set
            .SetProperty(one => one.AccessFailedCount, one => one.AccessFailedCount - 1)
            .SetProperty(one => one.BlockedUntil, (DateTime?)null));
        // Whoever saves the user next must not store the try again.
        await db.Entry(user!).ReloadAsync();
        return user;
    }

    /// From the authenticator app, or one of the recovery codes.
    public async Task<bool> CheckCode(User user, string typed)
    {
        var code = typed.Replace(" ", "", StringComparison.Ordinal);
        if (!await Count(db.Users.Where(one => one.Id == user.Id)))
            return false;
        return code.Length == CodeLength
            ? await users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, code)
                && await Take(user, code)
            : (await users.RedeemTwoFactorRecoveryCodeAsync(user, code)).Succeeded;
    }

    /// Let in: the tries before are forgotten.
    public Task Welcome(User user) => db.Users.Where(one => one.Id == user.Id).ExecuteUpdateAsync(set => set
        .SetProperty(one => one.AccessFailedCount, 0)
        .SetProperty(one => one.BlockedUntil, (DateTime?)null)
        .SetProperty(one => one.LastSignInAt, clock.GetUtcNow().UtcDateTime));

    /// Counts the try before anything is looked at: guesses side by side count too. False: disabled or blocked.
    private async Task<bool> Count(IQueryable<User> who)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var blocked = now + User.Block;
        return await who.Where(user => !user.Disabled && (user.BlockedUntil == null || user.BlockedUntil <= now))
            .ExecuteUpdateAsync(set => set
                .SetProperty(user => user.AccessFailedCount, user => user.BlockedUntil == null ? user.AccessFailedCount + 1 : 1)
                .SetProperty(user => user.BlockedUntil, user =>
                    user.BlockedUntil == null && user.AccessFailedCount + 1 >= User.Tries ? blocked : null)) == 1;
    }

    /// A code that somebody saw over a shoulder does not open twice.
    private async Task<bool> Take(User user, string code) => await db.Users
        .Where(one => one.Id == user.Id && (one.LastCode == null || one.LastCode != code))
        .ExecuteUpdateAsync(set => set.SetProperty(one => one.LastCode, code)) == 1;
}
