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
public sealed class Entrance(LeadDb db, SignIns signIns, Door door, AuditLog audit)
{
    public async Task<SeeOther> LetIn(HttpContext context, User user, string how, string to)
    {
        await door.Welcome(user);
        audit.Note(user, Act.SignedIn, how);
        await signIns.Begin(context, user);
        return new(Inside(to));
    }

    /// The page keeps nothing: who gave the right password stands in an encrypted cookie of a few minutes.
    public Task AwaitCode(HttpContext context, User user)
    {
        var identity = new ClaimsIdentity([new(ClaimTypes.Name, user.Id.ToString())], IdentityConstants.TwoFactorUserIdScheme);
        return context.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new(identity));
    }

    public async Task LetOut(HttpContext context)
    {
        if (Me.Of(context) is { } me)
        {
            audit.Note(Act.SignedOut, "user", me.Id, "");
            await db.SaveChangesAsync();
            await signIns.End(me.Id, me.SignInId);
        }
        await context.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// An address that nobody has is not noted: it may be a password, typed into the wrong input.
    public async Task Refuse(string email)
    {
        var name = email.ToUpperInvariant();
        if (await db.Users.SingleOrDefaultAsync(user => user.NormalizedEmail == name) is not { } user)
            return;
        audit.Note(Act.SignInRefused, user, user.BlockedUntil is null ? "" : "blocked after too many tries");
        await db.SaveChangesAsync();
    }

    /// Only pages of the admin area: a link from outside leads nobody elsewhere.
    public static string Inside(string to) => to.StartsWith("/admin/", StringComparison.Ordinal)
        && !to.StartsWith("/admin/log", StringComparison.Ordinal) && !to.Contains('\\', StringComparison.Ordinal)
        // Nothing else can stand in a header.
        && !to.AsSpan().ContainsAnyExceptInRange('!', '~') ? to : "/admin";
}
