using LeadCapture.Settings;
using LeadCapture.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using static LeadCapture.Admin.Access.AccessText;

namespace LeadCapture.Admin.Access;

/// Sign-in by the provider: there, back, and in. A link starts it, because our policy lets no form lead elsewhere.
[AllowAnonymous]
public sealed class OpenIdController(OpenIdOptions options, ExternalSignIn newcomers, SignInService entrance) : AdminController
{
    public const string Callback = Here + "/callback";
    private const string Here = "/admin/login/open-id";

    [HttpGet(Here, Name = AccessRoutes.OpenId)]
    public async Task<IActionResult> Start(string to = "")
    {
        if (!options.IsOn)
            return NotFound();
        if (CurrentUser.Of(HttpContext) is not null)
            return SignInService.Onward(HttpContext, to);
        try
        {
            await HttpContext.ChallengeAsync(OpenIdRegistration.Scheme,
                new() { RedirectUri = Url.To(AccessRoutes.OpenIdEnter, new { to = SignInService.Inside(to) }) });
            return new EmptyResult();
        }
        catch (Exception fault) when (!HttpContext.RequestAborted.IsCancellationRequested)
        {
            var problem = OpenIdFailures.ProblemOf(fault);
            OpenIdFailures.Note(HttpContext, problem, fault);
            return Refused(problem);
        }
    }

    [HttpGet(Here + "/enter", Name = AccessRoutes.OpenIdEnter)]
    public async Task<IActionResult> Enter(string to = "")
    {
        if (!options.IsOn)
            return NotFound();
        if (await HttpContext.AuthenticateAsync(IdentityConstants.ExternalScheme) is not { Succeeded: true, Principal: { } sent })
            return Failed(AccessRoutes.SignIn, T["That took too long. Sign in again."]);
        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        var person = Person.Kept(sent);
        var met = await newcomers.Receive(person);
        return met.User is { } user
            ? await entrance.LetIn(HttpContext, user, "by OpenID Connect", to, person.AskedAt)
            : Refused(met.Problem);
    }

    [HttpGet(Here + "/problem", Name = AccessRoutes.OpenIdProblem)]
    public IActionResult Problem(OpenIdProblem why) => options.IsOn ? Refused(why) : NotFound();

    private ViewResult Refused(OpenIdProblem problem)
    {
        var page = OpenIdProblemPage.Of(problem, options.Name);
        Response.StatusCode = page.Status;
        return View("Problem", page);
    }
}
