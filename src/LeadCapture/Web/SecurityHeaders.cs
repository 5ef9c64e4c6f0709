using LeadCapture.Settings;

namespace LeadCapture.Web;

/// What a page of ours may do, and who may frame it: nobody, but for the embedded form on the sites that its owner lists.
public sealed class SecurityHeaders(RequestDelegate next, WebOptions options)
{
    private const string Year = "max-age=31536000";
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy + "'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(self), fullscreen=(self), geolocation=(), microphone=(), payment=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (options.IsHttps)
            headers.StrictTransportSecurity = Year;
        return next(context);
    }

    public static void AllowFrames(HttpContext context, IReadOnlyList<string> sites) =>
        context.Response.Headers.ContentSecurityPolicy = Policy + (sites.Count == 0 ? "*" : "'self' " + string.Join(' ', sites));

    /// The answer has what somebody typed: it stays in no cache.
    public static void KeepNoCopy(HttpContext context) => context.Response.Headers.CacheControl = "no-store";

    /// The page shows what one visitor gave: no copy of it stays behind, and no link carries its address away.
    public static void KeepPrivate(HttpContext context)
    {
        KeepNoCopy(context);
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
    }
}
