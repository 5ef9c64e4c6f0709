using LeadCapture.Admin.Users;
using LeadCapture.Data;
using LeadCapture.Settings;
using LeadCapture.Web;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace LeadCapture.Admin.Access;

/// Shows who one is once more, for a page that asks for it. What asks in the midst of something is answered at its own address.
[Needs(Role.Viewer)]
public sealed class ConfirmController(LeadDb db, Confirmation confirmation, SignIns signIns, OpenIdOptions openId)
    : AdminController
{
    private const string Here = "/admin/confirm";
    private const string ByOpenId = Here + "/open-id";

    [HttpGet(Here, Name = AccessRoutes.Confirm)]
    public async Task<IActionResult> Show(string to = "") =>
        View("Confirm", await confirmation.Page(CurrentUser) with { To = SignInService.Inside(to) });

    [HttpPost(Here)]
    public async Task<IActionResult> Create(string to = "", string confirmPassword = "", string credential = "")
    {
        var proof = new Proof(confirmPassword, credential);
        if (confirmation.IsRecent(CurrentUser.ProvenAt) && !proof.IsGiven || await confirmation.Take(CurrentUser, proof) is not { } wrong)
            return SignInService.Onward(HttpContext, to);
        return AsksWhoItIs(await confirmation.Page(CurrentUser) with { To = SignInService.Inside(to) }, wrong);
    }

    [HttpPost(Here + "/passkey/options", Name = AccessRoutes.ConfirmPasskeyOptions)]
    public async Task<IActionResult> Options([FromServices] Passkeys passkeys) =>
        Content(await passkeys.Ask(CurrentUser.Id), "application/json");

    /// The provider is asked to ask, and to say when it did.
    [HttpGet(ByOpenId, Name = AccessRoutes.ConfirmOpenId)]
    public async Task<IActionResult> Start()
    {
        if (!openId.IsOn)
            return NotFound();
        try
        {
            await HttpContext.ChallengeAsync(OpenIdRegistration.Scheme, new OpenIdConnectChallengeProperties
            {
                RedirectUri = Url.To(AccessRoutes.ConfirmOpenIdDone),
                Prompt = "login",
                MaxAge = Confirmation.Lasts,
            });
            return new EmptyResult();
        }
        catch (Exception fault) when (!HttpContext.RequestAborted.IsCancellationRequested)
        {
            var problem = OpenIdFailures.ProblemOf(fault);
            OpenIdFailures.Note(HttpContext, problem, fault);
            return Refused(problem);
        }
    }

    [HttpGet(ByOpenId + "/done", Name = AccessRoutes.ConfirmOpenIdDone)]
    public async Task<IActionResult> Finish()
    {
        if (!openId.IsOn)
            return NotFound();
        var sent = await HttpContext.AuthenticateAsync(IdentityConstants.ExternalScheme);
        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        if (sent is not { Succeeded: true, Principal: { } principal })
            return Refused(OpenIdProblem.Late);
        var (person, me) = (Person.Kept(principal), await db.Users.FindAsync(CurrentUser.Id));
        if (person.Issuer != me!.OpenIdIssuer || person.Subject != me.OpenIdSubject)
            return Refused(OpenIdProblem.SomebodyElse);
        if (person.AskedAt is not { } at || !confirmation.IsRecent(at))
            return Refused(OpenIdProblem.NotFresh);
        await signIns.Prove(CurrentUser.SignInId, at);
        return View("Confirmed");
    }

    private ViewResult Refused(OpenIdProblem problem)
    {
        var page = OpenIdProblemPage.Of(problem, openId.Name);
        Response.StatusCode = page.Status;
        return View("Problem", page with { Start = AccessRoutes.ConfirmOpenId });
    }
}
