using Microsoft.AspNetCore.Http.Features;

namespace LeadCapture.Web;

/// HEAD answers like GET, without the body: link checkers and monitors ask so, and routes are declared for GET alone.
public sealed class HeadRequests(RequestDelegate next)
{
    private static readonly object Asked = new();

    /// Nobody sees what is answered.
    public static bool IsHead(HttpContext context) => context.Items.ContainsKey(Asked);

    public async Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }
        var body = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null, body));
        context.Request.Method = HttpMethods.Get;
        context.Items[Asked] = true;
        try
        {
            await next(context);
        }
        finally
        {
            context.Request.Method = HttpMethods.Head;
            context.Features.Set(body);
        }
    }
}
