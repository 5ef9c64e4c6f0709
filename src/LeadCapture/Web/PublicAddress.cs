using LeadCapture.Settings;

namespace LeadCapture.Web;

/// A request came by the address that people use, whatever it says itself: every link, redirect and cookie begins with that. A
/// proxy in front may leave the path where it is or take it away.
public sealed class PublicAddress(RequestDelegate next, WebOptions options)
{
    private readonly PathString pathBase = options.PathBase;
    private readonly HostString host = new(options.PublicUrl!.Authority);

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Path.StartsWithSegments(pathBase, out var rest))
            request.Path = rest.HasValue ? rest : "/";
        request.PathBase = pathBase;
        request.Scheme = options.PublicUrl!.Scheme;
        request.Host = host;
        return next(context);
    }
}
