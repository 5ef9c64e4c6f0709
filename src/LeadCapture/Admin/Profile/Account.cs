using LeadCapture.Admin.Access;
using LeadCapture.Admin.Audit;
using LeadCapture.Admin.Users;
using Microsoft.AspNetCore.Identity;

namespace LeadCapture.Admin.Profile;

/// The own account, as its pages need it. What changes the security stamp ends all sign-ins but the one in which it is done.
public sealed class Account(UserManager<User> users, Confirmation confirmation, RecoveryCodes recovery, AuditLog audit)
{
    public UserManager<User> Users => users;

    /// Some forms ask for the password themselves, every time. Null: it is the one.
    public Task<string?> IsWrong(CurrentUser me, string password) => confirmation.Take(me, new(password, ""));

    public async Task<User> Of(CurrentUser me) => (await users.FindByIdAsync(me.Id.ToString()))!;

    public async Task<ProfilePage> Page(CurrentUser me, string? name = null)
    {
        var user = await Of(me);
        return new(user, name ?? user.Name, [.. await users.GetPasskeysAsync(user)], await confirmation.SignIns.Of(me.Id), me.SignInId,
            user.TwoFactorEnabled ? await recovery.Left(user) : 0);
    }

    /// Stored by the next save, as every note.
    public void Note(CurrentUser me, string what) => audit.Note(AuditAction.ChangedProfile, "user", me.Id, what);

    public async Task GoOn(CurrentUser me, User user) => await confirmation.SignIns.GoOn(me.SignInId, user.SecurityStamp!);
}
