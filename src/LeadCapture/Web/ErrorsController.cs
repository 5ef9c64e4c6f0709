using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace LeadCapture.Web;

/// What people and programs see when a request cannot be answered: what happened and what to do next.
[RouteValuesOnly]
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
        if (path.StartsWith("/api/", StringComparison.OrdinalIgnoreCase))
            return Problem(TextOf(status), statusCode: status, title: TitleOf(status));
        return View("ErrorPage",
            new ErrorPage(status, TitleOf(status), TextOf(status), status >= 500 ? HttpContext.TraceIdentifier : null));
    }

    private static string TitleOf(int status) => status switch
    {
        StatusCodes.Status404NotFound => "Page not found",
        StatusCodes.Status413PayloadTooLarge => "That is too much at once",
        StatusCodes.Status415UnsupportedMediaType => "That cannot be read",
        StatusCodes.Status503ServiceUnavailable => "Not available just now",
        >= 500 => "Something went wrong on our side",
        _ => ReasonPhrases.GetReasonPhrase(status) is { Length: > 0 } phrase ? phrase : "That did not work",
    };

    private static string TextOf(int status) => status switch
    {
        StatusCodes.Status404NotFound => "Check the address, or start again from the start page.",
        StatusCodes.Status413PayloadTooLarge =>
            "A form may have 256 kB at most. Go back, shorten the longest answer and send it again.",
        StatusCodes.Status415UnsupportedMediaType =>
            "A form is sent as application/x-www-form-urlencoded, a program's lead as application/json.",
        StatusCodes.Status503ServiceUnavailable => "Try again in a moment. Nothing you sent before is lost.",
        >= 500 => "Go back and try again. What was confirmed before is safe.",
        _ => "Go back and try again.",
    };
}
