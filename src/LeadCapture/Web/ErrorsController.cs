using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace LeadCapture.Web;

/// What people and programs see when a request cannot be answered: what happened and what to do next.
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class ErrorsController : Controller
{
    [Route("/error/{status:int}")]
    public IActionResult Show(int status)
    {
        if (HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException refused)
            status = refused.StatusCode;
        Response.StatusCode = status;
        var path = HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath
            ?? HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? "";
        var page = ErrorPage.Of(status, status >= 500 ? HttpContext.TraceIdentifier : null);
        return path.StartsWith("/api/", StringComparison.Ordinal)
            ? Problem(page.Text, statusCode: status, title: page.Title)
            : View("ErrorPage", page);
    }
}
