using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using NetEscapades.AspNetCore.SecurityHeaders;

namespace LeadCapture.Web;

/// What people and programs see when a request cannot be answered: what happened and what to do next.
[RouteValuesOnly]
[SecurityHeadersPolicy(SecurityHeaders.Page)]
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class ErrorsController : Controller
{
    /// Only in the place of another answer: asked for by its own address, it is a page like any that is not there.
    [Route("/error/{status:int}")]
    public IActionResult Show(int status)
    {
        var (refused, failed) =
            (HttpContext.Features.Get<IStatusCodeReExecuteFeature>(), HttpContext.Features.Get<IExceptionHandlerFeature>());
        if ((refused?.OriginalPath ?? failed?.Path) is not { } path)
            return NotFound();
        RequestLog.AnswersFor(HttpContext, refused is null ? failed?.Endpoint : refused.Endpoint);
        Response.StatusCode = status;
        var page = ErrorPage.Of(status, status >= 500 ? HttpContext.TraceIdentifier : null) with { Path = path };
        return path.StartsWith("/api/", StringComparison.OrdinalIgnoreCase)
            ? Problem(page.Text, statusCode: status, title: page.Title)
            : View("ErrorPage", page);
    }
}
