using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeadCapture.Tests.Support;

/// A program that takes Standard Webhooks over real HTTP.
internal sealed class HookServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Hooked> calls = new();

    private HookServer()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.MapPost("/hook", Take);
    }

    /// What it answers, in turn; the last one for ever.
    public ConcurrentQueue<int> Statuses { get; } = new();

    public string? RetryAfter { get; set; }

    public string Address => app.Urls.First() + "/hook";

    public IReadOnlyList<Hooked> Calls => [.. calls];

    public static async Task<HookServer> Start(params int[] statuses)
    {
        var server = new HookServer();
        foreach (var status in statuses)
            server.Statuses.Enqueue(status);
        await server.app.StartAsync();
        return server;
    }

    /// Until so many calls have come.
    public async Task<IReadOnlyList<Hooked>> Hears(int count)
    {
        await TestApp.Eventually(() => Task.FromResult(calls.Count >= count), $"{count} calls of the webhook");
        return Calls;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> Take(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        var status = Statuses.Count > 1 && Statuses.TryDequeue(out var next) ? next : Statuses.TryPeek(out var last) ? last : 204;
        if (RetryAfter is not null && status != 204)
            request.HttpContext.Response.Headers.RetryAfter = RetryAfter;
        calls.Enqueue(new(
            request.Headers["webhook-id"].ToString(), request.Headers["webhook-timestamp"].ToString(),
            request.Headers["webhook-signature"].ToString(), body.ToArray()));
        return Results.StatusCode(status);
    }
}

/// A call as it came.
internal sealed record Hooked(string Id, string Timestamp, string Signature, byte[] Payload)
{
    public string Text => Encoding.UTF8.GetString(Payload);

    public JsonElement Body => JsonDocument.Parse(Payload).RootElement;

    public string Type => Body.GetProperty("type").GetString()!;

    /// As the specification has it, written again here: v1 and the HMAC-SHA256 of id, timestamp and payload with points between them.
    public bool IsSignedBy(string secret)
    {
        Assert.StartsWith("whsec_", secret, StringComparison.Ordinal);
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        var mac = Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{Id}.{Timestamp}.{Text}")));
        return Signature.Split(' ').Contains("v1," + mac);
    }
}
