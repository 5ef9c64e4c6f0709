using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using LeadCapture.ReplyIo;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeadCapture.Tests.ReplyIo;

/// <summary>A server on 127.0.0.1 that answers what the test tells it and keeps what it was asked.</summary>
internal sealed class CannedServer : IAsyncDisposable
{
    public const string Contact = """{"id":12345,"email":"ann@example.com","firstName":"Ann"}""";
    public const string Key = "secret-key-0123";
    private readonly WebApplication app;

    private CannedServer(WebApplication app) => this.app = app;

    public ConcurrentQueue<Asked> Requests { get; } = [];

    public Uri Url => new(app.Urls.First());

    public ReplyIoConnection V4 => new(Url, ApiVersion.V4, AuthorizationScheme.XApiKey, Key);

    public ReplyIoConnection V3 => new(Url, ApiVersion.V3, AuthorizationScheme.Bearer, Key);

    public Asked Only => Assert.Single(Requests);

    public static Task<CannedServer> Answering(
        int status, string body = "", string type = "application/json", string? retryAfter = null) =>
        Doing(async http =>
        {
            if (retryAfter is not null)
                http.Response.Headers.RetryAfter = retryAfter;
            await Answer(http, status, body, type);
        });

    /// <summary>Answers by "METHOD /path"; anything else is a 500.</summary>
    public static Task<CannedServer> Routing(Dictionary<string, (int Status, string Body)> routes) =>
        Doing(http =>
        {
            var (status, body) = routes.GetValueOrDefault($"{http.Request.Method} {http.Request.Path}", (500, ""));
            return Answer(http, status, body);
        });

    public static async Task<CannedServer> Doing(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new CannedServer(builder.Build());
        server.app.Run(async http =>
        {
            server.Requests.Enqueue(await Asked.Of(http.Request));
            await answer(http);
        });
        await server.app.StartAsync();
        return server;
    }

    public static Task Answer(HttpContext http, int status, string body, string type = "application/json")
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        return body.Length == 0 ? Task.CompletedTask : http.Response.WriteAsync(body);
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    internal sealed record Asked(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body)
    {
        public static async Task<Asked> Of(HttpRequest request)
        {
            using var body = new StreamReader(request.Body);
            return new(
                request.Method, request.Path + request.QueryString,
                request.Headers.ToDictionary(it => it.Key, it => it.Value.ToString(), StringComparer.OrdinalIgnoreCase),
                await body.ReadToEndAsync());
        }
    }
}
