using LeadCapture.Admin.Users;
using LeadCapture.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace LeadCapture.Admin.Access;

/// Sign-in by passkey. It is two factors in one: the device, and the finger or PIN that unlocks it.
[AllowAnonymous]
public sealed class PasskeyLoginController(
    SignInManager<User> signIn, UserManager<User> users, Entrance entrance, PostLimit limit) : AdminController
{
    /// What the browser asks the device for. It names no user: which passkey fits, the device knows.
    [HttpPost("/admin/login/passkey/options")]
    public async Task<IActionResult> Options() => Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");

    [HttpPost("/admin/login/passkey")]
    public async Task<IActionResult> Create(string credential = "", string to = "")
    {
        if (!limit.Allows(HttpContext) || await Find(credential) is not { Disabled: false, ComesByOpenId: false } user)
        {
            Wrong("", "This passkey is not known here. Sign in with your password and add it in your profile.");
            return Unprocessable("Login", new LoginForm { To = to });
        }
        return await entrance.LetIn(HttpContext, user, "with a passkey", to);
    }

    private async Task<User?> Find(string credential)
    {
        try
        {
            var found = await signIn.PerformPasskeyAssertionAsync(credential);
            if (!found.Succeeded)
                return null;
            // The passkey counts its uses, so that a copy of it is noticed.
            await users.AddOrUpdatePasskeyAsync(found.User, found.Passkey);
            return found.User;
        }
        catch (Exception fault) when (fault is PasskeyException or InvalidOperationException or ArgumentException)
        {
            // Not what a browser sends, or the challenge is over.
            return null;
        }
    }
}
