using System.Security.Claims;
using LeadCapture.Admin.Users;
using LeadCapture.Forms;
using LeadCapture.Settings;

namespace LeadCapture.Admin.Access;

/// Somebody as the provider of OpenID Connect vouches for them. Role: what their groups may do here.
public sealed record Person(string Issuer, string Subject, string Email, string Name, Role? Role)
{
    /// The provider says that this person can read mail to that address. Not every provider says anything.
    public bool? EmailVerified { get; init; }

    /// By the same rules as somebody who is invited.
    public bool IsNameable => Subject != ""
        && new InviteForm.Rules().Validate(new InviteForm { Name = Name, Email = Email }).IsValid;

    public static Person Of(ClaimsPrincipal sent, OpenIdOptions options)
    {
        var (email, name) = (Text("email"), Text("name"));
        return new(Text("iss"), Text("sub"), email, name == "" ? email : name,
            options.RoleOf(sent.FindAll(options.GroupsClaim).Select(group => group.Value)))
        {
            EmailVerified = bool.TryParse(Text("email_verified"), out var verified) ? verified : null,
        };

        // What no database could keep is as good as nothing.
        string Text(string claim) =>
            sent.FindFirstValue(claim)?.Trim() is { } text && Spelling.IsSendable(text, lines: false) ? text : "";
    }
}
