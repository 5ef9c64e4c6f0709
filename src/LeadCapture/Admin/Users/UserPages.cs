using LeadCapture.Admin.Access;
using LeadCapture.Settings;
using static LeadCapture.Admin.Users.UserText;

namespace LeadCapture.Admin.Users;

public sealed record UserRow(
    Guid Id, string Name, string Email, Role Role, UserState State, bool SecondFactor, DateTime? LastSignInAt)
{
    public bool ComesByOpenId { get; init; }
}

public enum UserState { Active, Invited, Blocked, Disabled }

/// A user's page. May: whether who looks at it may change this user.
public sealed record UserPage(User User, UserState State, IReadOnlyList<SignIn> SignIns, bool May, bool IsMe)
{
    /// Where a one-time link was just made: it is shown this once.
    public string? Link { get; init; }
}

public static class UserStates
{
    public static UserState State(this User user, bool blocked) => user switch
    {
        { Disabled: true } => UserState.Disabled,
        { PasswordHash: null, ComesByOpenId: false } => UserState.Invited,
        _ when blocked => UserState.Blocked,
        _ => UserState.Active,
    };

    public static string Word(this Role role) => role switch
    {
        Role.Viewer => T["Viewer"],
        Role.Operator => T["Operator"],
        Role.Admin => T["Admin"],
        Role.Owner => T["Owner"],
        _ => role.ToString(),
    };

    public static string Meaning(this Role role) => role switch
    {
        Role.Viewer => T["Viewer: can view leads and their status"],
        Role.Operator => T["Operator: can also correct, resubmit, and discard leads"],
        Role.Admin => T["Admin: can also manage settings and users"],
        _ => T["Owner: can also manage admins and owners"],
    };
}

public sealed class UserPages(SignIns signIns, TryLimit tries)
{
    public DateTime Now => signIns.Now;

    public async Task<List<UserRow>> Rows(List<User> all)
    {
        var blocked = await tries.Blocked();
        return all.ConvertAll(user => new UserRow(user.Id, user.Name, user.Email!, user.Role,
            user.State(blocked.Contains(user.Id)), user.TwoFactorEnabled, user.LastSignInAt)
        {
            ComesByOpenId = user.ComesByOpenId,
        });
    }

    public async Task<UserPage> Of(User user, CurrentUser me) => new(user, user.State((await tries.Blocked()).Contains(user.Id)),
        await signIns.Of(user.Id), me.MayDecideAbout(user.Role), user.Id == me.Id);
}
