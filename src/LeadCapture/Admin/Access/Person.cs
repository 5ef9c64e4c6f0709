using System.Globalization;
using System.Security.Claims;
using LeadCapture.Admin.Users;
using LeadCapture.Forms;
using LeadCapture.Settings;

namespace LeadCapture.Admin.Access;

/// Somebody as the provider of OpenID Connect vouches for them. Role: what their groups may do here.
public sealed record Person(string Issuer, string Subject, string Email, string Name, Role? Role)
{
    private const string RoleClaim = "role-here";
    private const long LastSecond = 253_402_300_800;

    /// The provider says that this person can read mail to that address. Not every provider says anything.
    public bool? EmailVerified { get; init; }

    /// By the same rules as somebody who is invited.
    public bool IsNameable => Subject != ""
        && new InviteForm.Rules().Validate(
            new InviteForm { Name = Name, Email = Email, Role = LeadCapture.Settings.Role.Viewer }).IsValid;

    /// When the provider last asked them who they are, where it says so.
    public DateTime? AskedAt { get; init; }

    public static Person Of(ClaimsPrincipal sent, OpenIdOptions options) =>
        Read(sent, options.RoleOf(sent.FindAll(options.GroupsClaim).Select(group => group.Value)));

    /// Until the next request decides about them. Hundreds of groups would be more than a browser sends back.
    public ClaimsPrincipal Keep()
    {
        (string Type, string? Value)[] claims =
        [
            ("iss", Issuer), ("sub", Subject), ("email", Email), ("name", Name), (RoleClaim, Role?.ToString()),
            ("email_verified", EmailVerified?.ToString()),
            ("auth_time", AskedAt is { } at ? new DateTimeOffset(at).ToUnixTimeSeconds().ToString(InvariantCulture) : null),
        ];
        return new(new ClaimsIdentity(
            claims.Where(claim => claim.Value is not null).Select(claim => new Claim(claim.Type, claim.Value!)), "OpenId"));
    }

    public static Person Kept(ClaimsPrincipal kept) =>
        Read(kept, Enum.TryParse<Role>(kept.FindFirstValue(RoleClaim), out var role) ? role : null);

    private static Person Read(ClaimsPrincipal sent, Role? role)
    {
        var (email, name) = (Text("email"), Text("name"));
        return new(Text("iss"), Text("sub"), email, name == "" ? email : name, role)
        {
            EmailVerified = bool.TryParse(Text("email_verified"), out var verified) ? verified : null,
            AskedAt = long.TryParse(Text("auth_time"), NumberStyles.None, InvariantCulture, out var seconds)
                && seconds < LastSecond ? DateTime.UnixEpoch.AddSeconds(seconds) : null,
        };

        // What no database could keep is as good as nothing.
        string Text(string claim) =>
            sent.FindFirstValue(claim)?.Trim() is { } text && InputNormalizer.IsSendable(text, lines: false) ? text : "";
    }
}
