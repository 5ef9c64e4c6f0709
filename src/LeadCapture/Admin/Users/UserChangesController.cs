using LeadCapture.Admin.Access;
using LeadCapture.Admin.Audit;
using LeadCapture.Data;
using LeadCapture.Settings;
using LeadCapture.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static LeadCapture.Admin.Users.UserText;

namespace LeadCapture.Admin.Users;

/// What can be done to a user. Only an owner can do it to an admin or an owner, and the last owner stays.
[Needs(Role.Admin)]
[Confirmed]
[Uncompressed]
public sealed class UserChangesController(LeadDb db, Links links, AuditLog audit, UserPages pages) : AdminController
{
    private const string Here = "/admin/users/{id:guid}/";

    private static News NoOwnerLeft =>
        News.Failed(T["At least one enabled owner with a password is required. Make another user an owner first."]);

    [HttpPost(Here + "role", Name = UserRoutes.Role)]
    public Task<IActionResult> ChangeRole(Guid id, [FromForm(Name = "role")] Role? wanted) => Change(id, async user =>
    {
        if (user.ComesByOpenId)
            return News.Failed(T["The role of {0} is determined by their groups.", user.Name]);
        if (wanted is not { } role || !Enum.IsDefined(role))
        {
            // In the place of what could not be read.
            ModelState.Clear();
            Wrong("role", T["Choose a role"]);
            return News.Failed("");
        }
        if (!CurrentUser.MayDecideAbout(role))
            return News.Failed(T["Only an owner can assign the admin or owner role."]);
        if (role != Role.Owner && await IsLastOwner(user))
            return NoOwnerLeft;
        audit.Note(AuditAction.ChangedRole, "user", id, $"from {user.Role} to {role}");
        user.ChangeRole(role);
        // Whoever made it may not have been allowed to make one for the new role.
        await links.End(id);
        return News.Done(T["Role of {0} changed to {1}.", user.Name, role.Word()]);
    });

    [HttpPost(Here + "disable", Name = UserRoutes.Disable)]
    public Task<IActionResult> Disable(Guid id) => Change(id, async user =>
    {
        if (id == CurrentUser.Id)
            return News.Failed(T["You can't disable yourself. Ask another admin."]);
        if (await IsLastOwner(user))
            return NoOwnerLeft;
        audit.Note(AuditAction.Disabled, "user", id, "");
        user.Disable();
        await links.End(id);
        return News.Done(T["{0} can no longer sign in.", user.Name]);
    });

    [HttpPost(Here + "enable", Name = UserRoutes.Enable)]
    public Task<IActionResult> Enable(Guid id) => Change(id, user =>
    {
        audit.Note(AuditAction.Enabled, "user", id, "");
        user.Enable();
        return Task.FromResult(News.Done(T["{0} can sign in again.", user.Name]));
    });

    [HttpPost(Here + "link", Name = UserRoutes.Link)]
    public Task<IActionResult> NewLink(Guid id) => Change(id, async user =>
    {
        if (user.Disabled)
            return News.Failed(T["{0} is disabled. Enable {0} first.", user.Name]);
        var kind = user.PasswordHash is null ? LinkKind.Invitation : LinkKind.NewPassword;
        audit.Note(AuditAction.MadeLink, "user", id, kind == LinkKind.Invitation ? "an invitation" : "for a new password");
        TempData[UsersController.LinkKey] = await links.New(kind, id);
        return News.Done(T["Link created."]);
    });

    /// The provider lets the user in from now on: who comes next from there with this address, confirmed, is the user.
    [HttpPost(Here + "open-id", Name = UserRoutes.OpenId)]
    public Task<IActionResult> UseOpenId(Guid id, [FromServices] OpenIdOptions openId) => Change(id, async user =>
    {
        if (!openId.IsOn || user.ComesByOpenId)
            return News.Failed(T["Nothing was changed."]);
        if (await IsLastOwner(user))
            return NoOwnerLeft;
        audit.Note(AuditAction.ChangedProfile, "user", id, "password removed, for OpenID Connect");
        user.LeavePassword();
        await links.End(id);
        await db.Set<IdentityUserPasskey<Guid>>().Where(passkey => passkey.UserId == id).ExecuteDeleteAsync();
        await db.Set<IdentityUserToken<Guid>>().Where(token => token.UserId == id).ExecuteDeleteAsync();
        return News.Done(T["{0} can now sign in with {1}.", user.Name, openId.Name]);
    });

    [HttpPost(Here + "sign-out", Name = UserRoutes.SignOut)]
    public Task<IActionResult> SignOutEverywhere(Guid id, [FromServices] SignIns signIns) => Change(id, async user =>
    {
        audit.Note(AuditAction.SignedOut, "user", id, "everywhere, by an admin");
        await signIns.EndAll(id);
        return News.Done(T["{0} has been signed out everywhere.", user.Name]);
    });

    private Task<IActionResult> Change(Guid id, Func<User, Task<News>> change) => db.InTransaction<IActionResult>(async () =>
    {
        // Holds the owners until it is stored: two who demote each other at the same moment do not both succeed.
        await db.Users.Where(user => user.Role == Role.Owner)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.Role, Role.Owner));
        if (await db.Users.SingleOrDefaultAsync(user => user.Id == id) is not { } user)
            return NotFound();
        if (!CurrentUser.MayDecideAbout(user.Role))
            return Forbid();
        var said = await change(user);
        if (!ModelState.IsValid)
            return Unprocessable("Show", await pages.Of(user, CurrentUser));
        await db.SaveChangesAsync();
        return Tells(UserRoutes.User, new { id }, said);
    });

    private async Task<bool> IsLastOwner(User user) =>
        user.IsOwner && !await db.Users.AnyAsync(other => other.Id != user.Id && other.Role == Role.Owner && !other.Disabled
            && other.PasswordHash != null);
}
