using LeadCapture.Submissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using static LeadCapture.Admin.Access.AccessText;

namespace LeadCapture.Admin.Access;

/// Sign-in by passkey. It is two factors in one: the device, and the finger or PIN that unlocks it.
[AllowAnonymous]
public sealed class PasskeyLoginController(Passkeys passkeys, SignInService entrance, PostLimit limit) : AdminController
{
    [HttpPost("/admin/login/passkey/options")]
    public async Task<IActionResult> Options() => Content(await passkeys.Ask(), "application/json");

    [HttpPost("/admin/login/passkey", Name = AccessRoutes.Passkey)]
    public async Task<IActionResult> Create(string credential = "", string to = "")
    {
        if (limit.Allows(HttpContext.Connection.RemoteIpAddress) && await passkeys.Find(credential) is { } user)
            return await entrance.LetIn(HttpContext, user, "with a passkey", to);
        Wrong("", T["This passkey was not accepted. Sign in with your password; you can add a passkey in your profile."]);
        return Unprocessable("Login", new LoginForm { To = to });
    }
}
