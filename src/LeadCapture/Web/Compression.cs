using System.IO.Compression;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.ResponseCompression;

namespace LeadCapture.Web;

/// Pages travel compressed, as style sheets and scripts do: see the decision on compression for what must not.
public static class Compression
{
    public static void AddCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(options => options.EnableForHttps = true);
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Optimal);
    }
}

/// The page shows a secret that others must not guess by the length of the answer.
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class UncompressedAttribute : ActionFilterAttribute
{
    public override void OnActionExecuting(ActionExecutingContext context) =>
        context.HttpContext.Request.Headers.AcceptEncoding = default;
}
