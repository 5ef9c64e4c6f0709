using LeadCapture.Admin.Access;
using LeadCapture.Admin.Audit;
using LeadCapture.Data;
using LeadCapture.Settings;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Users;

/// Users get their passwords here, and the first owner comes to be.
public sealed class Passwords(LeadDb db, UserManager<User> users, AuditLog audit, TimeProvider clock)
{
    public async Task<User> SetUp(string email, string name, string password)
    {
        var owner = new User(email, name, Role.Owner, clock.GetUtcNow().UtcDateTime);
        audit.Note(owner, AuditAction.SetUp, "first owner");
        Check(await users.CreateAsync(owner, password));
        await db.OneTimeLinks.Where(link => link.Kind == LinkKind.SetUp).ExecuteDeleteAsync();
        return owner;
    }

    /// Ends every sign-in of the user: the security stamp changes with the password.
    public async Task Choose(User user, string password, LinkKind link)
    {
        audit.Note(user, AuditAction.UsedLink, link == LinkKind.Invitation ? "took the invitation" : "chose a new password");
        await db.Tries.Where(tries => tries.Subject == user.Id).ExecuteDeleteAsync();
        user.LeaveOpenId();
        if (user.PasswordHash is not null)
            Check(await users.RemovePasswordAsync(user));
        Check(await users.AddPasswordAsync(user, password));
        if (link == LinkKind.Recovery)
            Check(await users.SetTwoFactorEnabledAsync(user, false));
    }

    /// What people typed was checked before: what is left is a fault of ours, or somebody else was faster.
    public static void Check(IdentityResult result)
    {
        if (!result.Succeeded)
            throw new InvalidOperationException(
                "Identity refused: " + string.Join(", ", result.Errors.Select(error => error.Code)));
    }
}
