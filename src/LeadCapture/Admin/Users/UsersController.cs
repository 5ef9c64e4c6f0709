using LeadCapture.Admin.Access;
using LeadCapture.Admin.Audit;
using LeadCapture.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Users;

/// Who may come in: the list, the page of each user, invitations.
[Needs(Role.Admin)]
public sealed class UsersController(LeadDb db, UserManager<User> users, SignIns signIns, TimeProvider clock) : AdminController
{
    public const string LinkKey = "Link";

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    [HttpGet("/admin/users")]
    public async Task<IActionResult> Index(CancellationToken aborted)
    {
        var all = await db.Users.AsNoTracking().OrderBy(user => user.Name).ThenBy(user => user.Id).ToListAsync(aborted);
        return View("Index", all.ConvertAll(user => new UserRow(
            user.Id, user.Name, user.Email!, user.Role, user.StateAt(Now), user.TwoFactorEnabled, user.LastSignInAt)
        {
            ComesByOpenId = user.ComesByOpenId,
        }));
    }

    [HttpGet("/admin/users/new")]
    public IActionResult New() => View("New", new InviteForm());

    [HttpPost("/admin/users")]
    public async Task<IActionResult> Create(InviteForm form, [FromServices] Links links, [FromServices] AuditLog audit)
    {
        if (!Passes(form, new InviteForm.Rules()))
            return Unprocessable("New", form);
        if (!Me.Is(form.Role))
            return Refused(form, "role", "Only an owner can invite an owner");
        var user = new User(form.Email, form.Name, form.Role, Now);
        audit.Note(Act.Invited, "user", user.Id, $"{user.Email} as {user.Role}");
        var link = await links.New(LinkKind.Invitation, user.Id);
        // Saves all of it, or nothing.
        if (!(await users.CreateAsync(user)).Succeeded)
            return Refused(form, "email", "Somebody with this email address is a user already");
        TempData[LinkKey] = link;
        return Done("/admin/users/" + user.Id, $"{user.Name} is invited.");
    }

    [HttpGet("/admin/users/{id:guid}")]
    public async Task<IActionResult> Show(Guid id, CancellationToken aborted)
    {
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == id, aborted) is not { } user)
            return NotFound();
        return View("Show", new UserPage(user, user.StateAt(Now), await signIns.Of(id), Me.Is(user.Role), id == Me.Id)
        {
            Link = TempData[LinkKey] as string,
        });
    }

    private ViewResult Refused(InviteForm form, string input, string message)
    {
        Wrong(input, message);
        return Unprocessable("New", form);
    }
}
