using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using LeadCapture.Sandbox;
using Microsoft.Extensions.Time.Testing;

namespace LeadCapture.Tests.Sandbox;

/// <summary>A sandbox of its own for one test, and a client with a key.</summary>
internal sealed class SandboxClient(SandboxServer server) : IAsyncDisposable
{
    public const string Ann = """{"email":"ann@example.com"}""";

    private readonly HttpClient http = Client(server);

    public SandboxState State => server.State;

    public HttpClient Http => http;

    public static async Task<SandboxClient> Start(SandboxOptions? options = null) =>
        new(await SandboxServer.Start(options, TestContext.Current.CancellationToken));

    public static SandboxOptions At(FakeTimeProvider clock) => new() { Clock = clock };

    public Task<Reply> Creates(string json) => Posts("/v4/contacts", json);

    public Task<Reply> Posts(string path, string json) => Sends(HttpMethod.Post, path, json);

    public Task<Reply> Gets(string path) => Sends(HttpMethod.Get, path);

    public async Task<Reply> Sends(HttpMethod method, string path, string? json = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return await Reply.Of(response);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await server.DisposeAsync();
    }

    private static HttpClient Client(SandboxServer server)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            Expect100ContinueTimeout = TimeSpan.FromMinutes(1),
        };
        var client = new HttpClient(handler) { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Add("X-API-Key", "a-key");
        // A body that is refused by its length is not sent: the server closes its connection without reading it.
        client.DefaultRequestHeaders.ExpectContinue = true;
        return client;
    }
}

internal sealed record Reply(HttpStatusCode Status, string? Type, string? RetryAfter, string Text)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public string? Pointer => (string?)Json["errors"]?[0]?["pointer"];

    public static async Task<Reply> Of(HttpResponseMessage response) => new(
        response.StatusCode, response.Content.Headers.ContentType?.MediaType, response.Headers.RetryAfter?.ToString(),
        await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
}
