using LeadCapture.Forms;

namespace LeadCapture.Shared;

/// How a visitor came to the page of a form: its address, and the page before it, each without what may be somebody's own.
public sealed record PageView(string Address = "", string Referrer = "")
{
    public static PageView Of(HttpRequest request) => new(
        $"{request.Scheme}://{request.Host}{request.PathBase}{request.Path}",
        SiteList.AddressOf(request.Headers.Referer.ToString()) is { } before
            ? $"{before.Scheme}://{before.Authority}{before.AbsolutePath}"
            : "");
}
