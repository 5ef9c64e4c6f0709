using LeadCapture.Admin.Access;
using LeadCapture.Settings;
using LeadCapture.Web;
using Microsoft.AspNetCore.Mvc;
using NetEscapades.AspNetCore.SecurityHeaders;

namespace LeadCapture.Admin;

/// What every page of the admin area has in common. Nothing is open by oversight: without a role it takes a signed-in user.
[Needs(Role.Viewer)]
[AutoValidateAntiforgeryToken]
[SecurityHeadersPolicy(SecurityHeaders.Admin)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[RouteValuesFirst]
[ApiExplorerSettings(IgnoreApi = true)]
public abstract class AdminController : Controller
{
    protected CurrentUser CurrentUser => CurrentUser.Of(HttpContext)!;

    /// Notes what only the store or another system could tell; "" concerns the whole form.
    protected void Wrong(string input, string message) => ModelState.AddModelError(input, message);

    /// The page again, with everything that was typed and the errors beside it.
    protected ViewResult Unprocessable(string view, object model)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(view, model);
    }

    /// On to another page, by the name of its route.
    protected SeeOther To(string route, object? values = null, string query = "") => new(Url.To(route, values, query));

    /// On to the next page, which says what was done.
    protected SeeOther Done(string route, string sentence) => Done(route, null, sentence);

    protected SeeOther Done(string route, object? values, string sentence) => Tells(route, values, News.Done(sentence));

    /// On to the next page, which says why nothing was done, or not all of it, and what to do.
    protected SeeOther Failed(string route, string sentence) => Failed(route, null, sentence);

    protected SeeOther Failed(string route, object? values, string sentence) => Tells(route, values, News.Failed(sentence));

    protected SeeOther Tells(string route, object? values, News news)
    {
        news.Keep(TempData);
        return To(route, values);
    }

    protected SeeOther Done(RouteLink page, string sentence)
    {
        News.Done(sentence).Keep(TempData);
        return To(page.Route, page.Values, page.Query);
    }

    /// Before an action is carried out: see Access/ConfirmedAttribute.
    internal ViewResult AsksWhoItIs(ConfirmPage page, string wrong)
    {
        ModelState.Clear();
        if (wrong != "")
            Wrong(page.ByOpenId ? "" : "confirmPassword", wrong);
        return Unprocessable("/Admin/Access/Confirm.cshtml", page);
    }

    internal SeeOther ComesTooLate(string route, string sentence) => Failed(route, sentence);
}
