using LeadCapture.Admin.Users;
using LeadCapture.Data;
using LeadCapture.Settings;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Access;

/// Who may come in. Unknown, disabled, too early and wrong are one answer and the same work, down to what is written: nobody
/// learns who has an account.
public sealed class CredentialVerifier(LeadDb db, UserManager<User> users, TryLimit tries, KnownDevice device)
{
    private static readonly PasswordHasher<User> Hasher = new();
    private static readonly User Nobody = new("", "", Role.Viewer, DateTime.UnixEpoch);
    private static readonly string NobodysHash = Hasher.HashPassword(Nobody, Guid.NewGuid().ToString());

    public async Task<User?> Check(HttpContext context, string email, string password)
    {
        var name = users.NormalizeEmail(email);
        var user = await db.Users.SingleOrDefaultAsync(one => one.NormalizedEmail == name);
        var known = device.Of(context, user?.Id);
        var door = user is null ? TryLimit.OfNobody(name)
            : known is { } id ? (TryKind.Device, id) : (TryKind.Password, user.Id);
        var open = await tries.Count(door);
        // Looked at in any case: it is the larger part of the work.
        var fits = await Fits(user, password);
        if (!open || !fits || user is not { MayComeIn: true })
        {
            await tries.Refuse(user, open);
            return null;
        }
        await tries.Forget(door);
        return user;
    }

    /// The password of who is signed in, once more. Wrong tries count apart from those of strangers. Null: it is too early.
    public async Task<bool?> Confirms(User user, string password)
    {
        var door = (TryKind.Confirmation, user.Id);
        if (!await tries.Count(door))
            return null;
        if (!await Fits(user, password))
            return false;
        await tries.Forget(door);
        return true;
    }

    private async Task<bool> Fits(User? user, string password)
    {
        var verdict = Hasher.VerifyHashedPassword(user ?? Nobody, user?.PasswordHash ?? NobodysHash, password);
        // Hashed anew where the way of hashing has become stronger since.
        return verdict != PasswordVerificationResult.SuccessRehashNeeded ? verdict == PasswordVerificationResult.Success
            : user is not null && await users.CheckPasswordAsync(user, password);
    }
}
