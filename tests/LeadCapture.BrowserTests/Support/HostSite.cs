using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeadCapture.BrowserTests.Support;

/// Somebody else's web site, another site to browsers too, with one page that shows forms of ours.
public sealed class HostSite(WebApplication app) : IAsyncDisposable
{
    public string Address => app.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    public static async Task<HostSite> Start(string body)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/favicon.ico", () => Results.NoContent());
        app.MapGet("/{*path}", () => Results.Content(
            $"<!DOCTYPE html><html lang=\"en\"><title>Host</title><body><h1>Our product</h1>{body}</body></html>", "text/html; charset=utf-8"));
        await app.StartAsync();
        return new(app);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
