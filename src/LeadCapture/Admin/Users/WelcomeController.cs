using FluentValidation.AspNetCore;
using LeadCapture.Admin.Access;
using LeadCapture.Data;
using LeadCapture.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static LeadCapture.Admin.Users.UserText;

namespace LeadCapture.Admin.Users;

/// Where a one-time link leads: a user chooses a password, the first owner sets everything up.
[AllowAnonymous]
[Uncompressed]
public sealed class WelcomeController(LeadDb db, Links links, Passwords passwords, UserManager<User> users) : AdminController
{
    /// Also for a link that is made where nothing answers requests: at the command line, and before the start.
    public const string Here = "/admin/welcome/";

    private static string Over => T["It was already used or has expired. Ask for a new one."];

    [HttpGet(Here + "{token}", Name = UserRoutes.Welcome)]
    public async Task<IActionResult> Show(string token) =>
        await links.Find(token) is { } link ? View("Welcome", await PageOf(link, new())) : Gone();

    [HttpPost(Here + "{token}")]
    public async Task<IActionResult> Create(string token, WelcomeForm form)
    {
        if (await links.Find(token) is not { } link)
            return Gone();
        var page = await PageOf(link, form);
        // What is asked for is known once the link is found, which only the store can tell.
        new WelcomeForm.Rules(link.Kind, page.Email).Validate(form).AddToModelState(ModelState, prefix: null);
        if (!ModelState.IsValid)
            return Unprocessable("Welcome", page);
        if (!await db.InTransaction(() => Take(link, form)))
            return Gone();
        return Done(AccessRoutes.SignIn, T["Password saved. Sign in with it."]);
    }

    private async Task<bool> Take(OneTimeLink link, WelcomeForm form)
    {
        if (!await links.Use(link))
            return false;
        if (link.Kind == LinkKind.SetUp)
        {
            await passwords.SetUp(form.Email, form.Name, form.NewPassword);
            return true;
        }
        // Held until it is stored: who is disabled at the same moment is disabled before or after, with no link left.
        if (await db.Users.Where(user => user.Id == link.UserId && !user.Disabled)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.Name, user => user.Name)) == 0)
            return false;
        await passwords.Choose((await users.FindByIdAsync(link.UserId.ToString()!))!, form.NewPassword, link.Kind);
        return true;
    }

    private async Task<WelcomePage> PageOf(OneTimeLink link, WelcomeForm form) =>
        new(link.Kind, form, link.UserId is { } id ? (await users.FindByIdAsync(id.ToString()))!.Email! : "");

    private ViewResult Gone()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return View("Gone", Over);
    }
}
