using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeadCapture.Tests.Support;

/// A chat that takes { "text": … } over real HTTP.
internal sealed class ChatServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<string> texts = new();

    private ChatServer()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.MapPost("/hook", (JsonElement body) =>
        {
            texts.Enqueue(body.GetProperty("text").GetString()!);
            return Results.StatusCode(Status);
        });
        app.MapPost("/elsewhere", () => Results.Redirect("/hook", preserveMethod: true));
    }

    public int Status { get; set; } = 200;

    public string Address => app.Urls.First() + "/hook";

    public string Redirecting => app.Urls.First() + "/elsewhere";

    public IReadOnlyList<string> Texts => [.. texts];

    public static async Task<ChatServer> Start()
    {
        var server = new ChatServer();
        await server.app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
