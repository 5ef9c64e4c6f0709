using LeadCapture.Admin.Users;
using LeadCapture.Submissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using static LeadCapture.Admin.Access.AccessText;

namespace LeadCapture.Admin.Access;

/// Sign-in by password, and by the code of a second factor where it is on.
[AllowAnonymous]
public sealed class LoginController(CredentialVerifier door, SecondStep second, SignInService entrance, SignInManager<User> signIn)
    : AdminController
{
    private static string Refused => T["Sign-in failed. Check your email address, password, and code, if you use one."] + " "
        + T["After five failed attempts you must wait, longer each time, for up to 15 minutes."];

    [HttpGet("/admin/login", Name = AccessRoutes.SignIn)]
    public IActionResult Show(string to = "") =>
        CurrentUser.Of(HttpContext) is null ? View("Login", new LoginForm { To = to }) : SignInService.Onward(HttpContext, to);

    [HttpPost("/admin/login")]
    public async Task<IActionResult> Create(LoginForm form, [FromServices] PostLimit limit)
    {
        if (!ModelState.IsValid)
            return Unprocessable("Login", form);
        if (!limit.Allows(HttpContext.Connection.RemoteIpAddress) || await door.Check(HttpContext, form.Email, form.Password) is not { } user)
            return Refuse("Login", form);
        if (!user.TwoFactorEnabled)
            return await entrance.LetIn(HttpContext, user, "with a password", form.To);
        if (form.Code != "")
            return await TakeCode(user, form.Code, form.To) ?? Refuse("Login", form);
        await entrance.AwaitCode(HttpContext, user);
        return To(AccessRoutes.Code, query: QueryString.Create("to", form.To).ToString());
    }

    [HttpGet("/admin/login/code", Name = AccessRoutes.Code)]
    public async Task<IActionResult> ShowCode(string to = "") =>
        await signIn.GetTwoFactorAuthenticationUserAsync() is null
            ? To(AccessRoutes.SignIn)
            : View("Code", new CodeForm { To = to });

    [HttpPost("/admin/login/code")]
    public async Task<IActionResult> CreateCode(CodeForm form)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } user)
            return Failed(AccessRoutes.SignIn, T["That took too long. Sign in again."]);
        if (!ModelState.IsValid)
            return Unprocessable("Code", form);
        return await TakeCode(user, form.Code, form.To) ?? Refuse("Code", form);
    }

    [HttpPost("/admin/logout", Name = AccessRoutes.SignOut)]
    public async Task<IActionResult> Destroy()
    {
        await entrance.LetOut(HttpContext);
        return Done(AccessRoutes.SignIn, T["You have been signed out."]);
    }

    /// Null: it does not fit.
    private async Task<IActionResult?> TakeCode(User user, string code, string to) => await second.Takes(user, code)
        ? await entrance.LetIn(HttpContext, user, "with a password and a second factor", to)
        : null;

    private ViewResult Refuse(string view, object form)
    {
        Wrong("", Refused);
        return Unprocessable(view, form);
    }
}
