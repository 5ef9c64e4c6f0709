using System.Security.Cryptography;
using LeadCapture.Admin.Users;
using LeadCapture.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Access;

/// The key that a user's authenticator app shares with us. Stored sealed: who reads the database alone makes no codes.
public sealed class Authenticator(LeadDb db, IDataProtectionProvider protection, TimeProvider clock)
{
    public const string Kept = "Authenticator";
    private const string Name = "Key";
    private readonly IDataProtector protector = ProtectorOf(protection);

    public static IDataProtector ProtectorOf(IDataProtectionProvider protection) =>
        protection.CreateProtector("LeadCapture.Authenticator");

    /// Null where there is none, and where the key ring that sealed it is lost.
    public async Task<string?> KeyOf(User user)
    {
        var kept = await db.Set<IdentityUserToken<Guid>>().AsNoTracking()
            .SingleOrDefaultAsync(token => token.UserId == user.Id && token.LoginProvider == Kept);
        try
        {
            return kept?.Value is { } stored ? protector.Unprotect(stored) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public async Task<string> NewKey(User user)
    {
        var key = Totp.NewKey();
        await Forget(user);
        db.Add(new IdentityUserToken<Guid>
        {
            UserId = user.Id,
            LoginProvider = Kept,
            Name = Name,
            Value = protector.Protect(key),
        });
        await db.SaveChangesAsync();
        return key;
    }

    /// With the recovery codes stays nothing to come in with: another app begins with another key.
    public async Task Forget(User user)
    {
        await db.Set<IdentityUserToken<Guid>>().Where(token => token.UserId == user.Id && token.LoginProvider == Kept)
            .ExecuteDeleteAsync();
        await db.Users.Where(one => one.Id == user.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.LastCodeStep, (long?)null));
    }

    /// A code that somebody saw over a shoulder, or an earlier one, does not open: each time step is taken once, by one caller.
    public async Task<bool> Takes(User user, string code) =>
        await KeyOf(user) is { } key && Totp.StepOf(key, code, clock.GetUtcNow().UtcDateTime) is { } step
        && await db.Users.Where(one => one.Id == user.Id && (one.LastCodeStep == null || one.LastCodeStep < step))
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.LastCodeStep, step)) == 1;
}
