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

/// Who may come in: the list, the page of each user, invitations.
[Needs(Role.Admin)]
[Uncompressed]
public sealed class UsersController(LeadDb db, UserManager<User> users, UserPages pages) : AdminController
{
    public const string LinkKey = "Link";

    [HttpGet("/admin/users", Name = UserRoutes.List)]
    public async Task<IActionResult> Index(CancellationToken aborted)
    {
        var all = await db.Users.AsNoTracking().OrderBy(user => user.Name).ThenBy(user => user.Id).ToListAsync(aborted);
        return View("Index", await pages.Rows(all));
    }

    [HttpGet("/admin/users/new", Name = UserRoutes.New)]
    public IActionResult New() => View("New", new InviteForm { Role = Role.Operator });

    [HttpPost("/admin/users")]
    [Confirmed]
    public async Task<IActionResult> Create(InviteForm form, [FromServices] Links links, [FromServices] AuditLog audit)
    {
        if (!ModelState.IsValid)
            return Unprocessable("New", form);
        if (!CurrentUser.MayDecideAbout(form.Role!.Value))
            return Refused(form, "role", T["Only an owner can invite an admin or owner"]);
        var user = new User(form.Email, form.Name, form.Role.Value, pages.Now);
        audit.Note(AuditAction.Invited, "user", user.Id, $"{user.Email} as {user.Role}");
        var link = await links.New(LinkKind.Invitation, user.Id);
        // Saves all of it, or nothing.
        if (!(await users.CreateAsync(user)).Succeeded)
            return Refused(form, "email", T["A user with this email address already exists"]);
        TempData[LinkKey] = link;
        return Done(UserRoutes.User, new { user.Id }, T["{0} invited.", user.Name]);
    }

    [HttpGet("/admin/users/{id:guid}", Name = UserRoutes.User)]
    public async Task<IActionResult> Show(Guid id, CancellationToken aborted)
    {
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == id, aborted) is not { } user)
            return NotFound();
        return View("Show", await pages.Of(user, CurrentUser) with { Link = TempData[LinkKey] as string });
    }

    private ViewResult Refused(InviteForm form, string input, string message)
    {
        Wrong(input, message);
        return Unprocessable("New", form);
    }
}
