using System.Net.Http.Headers;
using System.Text.Json;

namespace LeadCapture.Benchmarks.Load;

/// The limit: the least that does the whole job. Parse, insert durably, post upstream, update durably, answer.
/// --store, --connection (its database), --url, --upstream.
public static class LimitServer
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    public static async Task<int> Run(Arguments arguments)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(arguments.Text("url")!);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        await using var app = builder.Build();
        using var store = LimitStore.Open(arguments.Stores()[0], arguments.Text("connection")!);
        using var sockets = new SocketsHttpHandler { UseProxy = false, UseCookies = false, ActivityHeadersPropagator = null };
        using var http = new HttpClient(sockets) { BaseAddress = new(arguments.Text("upstream")!) };
        app.Run(context => context.Request.Method == "POST" ? Take(context, store, http) : Task.CompletedTask);
        await app.RunAsync();
        return 0;
    }

    private static async Task Take(HttpContext context, LimitStore store, HttpClient http)
    {
        var lead = LimitLead.Of(await context.Request.ReadFormAsync());
        context.Response.ContentLength = 0;
        if (!lead.IsSound)
        {
            context.Response.StatusCode = 422;
            return;
        }
        var id = await store.Insert(lead);
        if (await Post(lead, http) is { } answer)
            await store.Done(id, answer);
        context.Response.StatusCode = 303;
        context.Response.Headers.Location = $"/thanks/{id}";
    }

    private static async Task<string?> Post(LimitLead lead, HttpClient http)
    {
        using var body = new ByteArrayContent(lead.ToJson());
        body.Headers.ContentType = Json;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v4/contacts") { Content = body };
        request.Headers.TryAddWithoutValidation("X-API-Key", "bench-key");
        using var response = await http.SendAsync(request);
        if (!response.IsSuccessStatusCode)
            return null;
        var answer = await response.Content.ReadAsStringAsync();
        using var contact = JsonDocument.Parse(answer);
        return contact.RootElement.GetProperty("id").GetInt64() > 0 ? answer : null;
    }
}
