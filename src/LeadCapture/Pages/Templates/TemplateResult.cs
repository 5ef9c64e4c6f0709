using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace LeadCapture.Pages.Templates;

/// A filled template, compressed for whoever takes gzip: every browser does.
public sealed class TemplateResult(PageTemplate template, byte[][] values) : IActionResult
{
    private const string Gzip = "gzip";

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        var isPacked = Takes(request);
        var page = isPacked ? template.FillPacked(values) : template.Fill(values);
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = page.Length;
        response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        if (isPacked)
            response.Headers.ContentEncoding = Gzip;
        // Nobody compresses it again.
        request.Headers.AcceptEncoding = default;
        await response.Body.WriteAsync(page, context.HttpContext.RequestAborted);
    }

    private static bool Takes(HttpRequest request) => StringWithQualityHeaderValue
        .TryParseList(request.Headers.AcceptEncoding, out var encodings)
        && encodings.Any(encoding => encoding.Quality != 0 && encoding.Value.Equals(Gzip, StringComparison.OrdinalIgnoreCase));
}
