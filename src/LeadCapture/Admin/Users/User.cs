using Microsoft.AspNetCore.Identity;

namespace LeadCapture.Admin.Users;

/// Somebody who can sign in to the admin area. The email address is the name to sign in with.
public sealed class User : IdentityUser<Guid>
{
    /// Wrong tries in a row after which nobody gets in for a while, not even with the right password.
    public const int Tries = 5;
    public static readonly TimeSpan Block = TimeSpan.FromMinutes(15);

    private User()
    {
    }

    public User(string email, string name, Role role, DateTime now) =>
        (Id, UserName, Email, Name, Role, CreatedAt, SecurityStamp) =
        (Guid.CreateVersion7(now), email, email, name, role, now, NewStamp());

    public string Name { get; private set; } = "";
    public Role Role { get; private set; }
    public bool Disabled { get; private set; }
    public DateTime CreatedAt { get; private set; }
    public DateTime? LastSignInAt { get; private set; }

    /// Nobody gets in before, because of too many wrong tries.
    public DateTime? BlockedUntil { get; private set; }

    /// The last one-time code that was taken: it is not taken twice.
    public string? LastCode { get; private set; }

    public bool IsOwner => Role == Role.Owner;

    public void Rename(string name) => Name = name;

    /// What a user may do counts from the next request on, wherever they are signed in.
    public void ChangeRole(Role role) => Role = role;

    public void Disable() => (Disabled, SecurityStamp) = (true, NewStamp());

    public void Enable() => Disabled = false;

    public void Unblock() => (AccessFailedCount, BlockedUntil) = (0, null);

    private static string NewStamp() => Guid.NewGuid().ToString("N");
}
