using LeadCapture.Settings;
using Microsoft.AspNetCore.Identity;

namespace LeadCapture.Admin.Users;

/// Somebody who can sign in to the admin area. The email address is the name to sign in with.
public sealed class User : IdentityUser<Guid>
{
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

    /// The time step of the last one-time code that was taken: neither it nor an earlier one is taken again.
    public long? LastCodeStep { get; private set; }

    /// The provider that a user signs in with, and who they are there; null for those who sign in here.
    public string? OpenIdIssuer { get; private set; }
    public string? OpenIdSubject { get; private set; }

    public bool IsOwner => Role == Role.Owner;

    /// A role that this version does not know is none.
    public bool HasRole => Enum.IsDefined(Role);

    /// By the password that they have.
    public bool MayComeIn => !Disabled && HasRole && PasswordHash is not null;

    /// One way in, never two: whom the provider no longer lets in has no password left to come in with.
    public bool ComesByOpenId => OpenIdSubject is not null;

    public void Rename(string name) => Name = name;

    /// What a user may do counts from the next request on, wherever they are signed in.
    public void ChangeRole(Role role) => Role = role;

    public void Disable() => (Disabled, SecurityStamp) = (true, NewStamp());

    public void Enable() => Disabled = false;

    public void ComeByOpenId(string issuer, string subject) => (OpenIdIssuer, OpenIdSubject) = (issuer, subject);

    public void LeaveOpenId() => (OpenIdIssuer, OpenIdSubject) = (null, null);

    /// Signed out everywhere, and as one who was just invited.
    public void LeavePassword() => (PasswordHash, TwoFactorEnabled, SecurityStamp) = (null, false, NewStamp());

    private static string NewStamp() => Guid.NewGuid().ToString("N");
}
