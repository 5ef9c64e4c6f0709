using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeadCapture.BrowserTests.Support;

/// Somebody else's web site, another site to browsers too, with one page that shows forms of ours.
public sealed class HostSite(WebApplication app) : IAsyncDisposable
{
    public string Address => app.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    /// Where the scripts of one server alone may run, and its pages alone may be framed.
    public static string PolicyFor(Uri server) =>
        $"default-src 'none'; script-src {server.GetLeftPart(UriPartial.Authority)}; frame-src {server.GetLeftPart(UriPartial.Authority)}";

    public static async Task<HostSite> Start(string body, string? policy = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/favicon.ico", () => Results.NoContent());
        app.MapGet("/{*path}", (HttpContext context) =>
        {
            if (policy is not null)
                context.Response.Headers.ContentSecurityPolicy = policy;
            return Results.Content(
                $"<!DOCTYPE html><html lang=\"en\"><title>Host</title><body><main><h1>Our product</h1>{body}</main></body></html>",
                "text/html; charset=utf-8");
        });
        await app.StartAsync();
        return new(app);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
