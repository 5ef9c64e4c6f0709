using System.Security.Claims;
using LeadCapture.Admin.Audit;
using LeadCapture.Admin.Users;
using LeadCapture.Data;
using LeadCapture.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Access;

/// Lets users in and out, and notes it.
public sealed class SignInService(LeadDb db, SignIns signIns, KnownDevice device, AuditLog audit)
{
    /// By a password or a passkey.
    public Task<SeeOther> LetIn(HttpContext context, User user, string how, string to)
    {
        device.Remember(context, user);
        return LetIn(context, user, how, to, signIns.Now);
    }

    /// ProvenAt: when they last proved who they are; null where nobody says.
    public async Task<SeeOther> LetIn(HttpContext context, User user, string how, string to, DateTime? provenAt)
    {
        await db.Users.Where(one => one.Id == user.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.LastSignInAt, signIns.Now));
        audit.Note(user, AuditAction.SignedIn, how);
        await signIns.Begin(context, user, provenAt);
        return Onward(context, to);
    }

    /// The page keeps nothing: who gave the right password stands in an encrypted cookie of a few minutes.
    public Task AwaitCode(HttpContext context, User user)
    {
        var identity = new ClaimsIdentity([new(ClaimTypes.Name, user.Id.ToString())], IdentityConstants.TwoFactorUserIdScheme);
        return context.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new(identity));
    }

    public async Task LetOut(HttpContext context)
    {
        if (CurrentUser.Of(context) is { } me)
        {
            audit.Note(AuditAction.SignedOut, "user", me.Id, "");
            await db.SaveChangesAsync();
            await signIns.End(me.Id, me.SignInId);
        }
        await context.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// To where somebody wanted.
    public static SeeOther Onward(HttpContext context, string to) => new(context.Request.PathBase + Inside(to));

    /// Only pages of the admin area: a link from outside leads nobody elsewhere.
    public static string Inside(string to) => to.StartsWith(AdminRoutes.Root + "/", StringComparison.Ordinal)
        && !to.StartsWith(AdminRoutes.Root + "/log", StringComparison.Ordinal) && !to.Contains('\\', StringComparison.Ordinal)
        // Nothing else can stand in a header.
        && !to.AsSpan().ContainsAnyExceptInRange('!', '~') ? to : AdminRoutes.Root;
}
