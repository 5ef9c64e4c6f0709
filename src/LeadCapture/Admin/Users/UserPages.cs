using LeadCapture.Admin.Access;

namespace LeadCapture.Admin.Users;

/// A row of the list.
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
    public static UserState StateAt(this User user, DateTime now) => user switch
    {
        { Disabled: true } => UserState.Disabled,
        { PasswordHash: null, ComesByOpenId: false } => UserState.Invited,
        _ when user.BlockedUntil > now => UserState.Blocked,
        _ => UserState.Active,
    };

    public static string Meaning(this Role role) => role switch
    {
        Role.Viewer => "Viewer: sees leads and what became of them",
        Role.Operator => "Operator: also corrects leads and sends them again",
        Role.Admin => "Admin: also changes forms, settings and users",
        _ => "Owner: also decides about other owners",
    };
}
