using System.Text.Json;

namespace LeadCapture.Sandbox;

/// <summary>A call to the API as it arrived.</summary>
internal sealed class Call : IDisposable
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly JsonDocument? json;

    private Call(HttpRequest request, ReadOnlyMemory<byte> body, ContactBook book)
    {
        Request = request;
        Body = body;
        Route = Route.Of(request.Method, request.Path.Value ?? "");
        json = Parse(body);
        (Email, LinkedInUrl) = About(book);
    }

    public HttpRequest Request { get; }

    public ReadOnlyMemory<byte> Body { get; }

    public Route Route { get; }

    public JsonElement? Json => json?.RootElement;

    public string? Email { get; }

    public string? LinkedInUrl { get; }

    public string? Key
    {
        get
        {
            const string bearer = "Bearer ";
            var authorization = Request.Headers.Authorization.ToString();
            return authorization.StartsWith(bearer, StringComparison.OrdinalIgnoreCase)
                ? authorization[bearer.Length..].Trim()
                : Request.Headers["X-API-Key"];
        }
    }

    /// <exception cref="BadHttpRequestException">The body is over the limit.</exception>
    public static async Task<Call> Receive(HttpRequest request, ContactBook book, CancellationToken aborted)
    {
        using var body = new MemoryStream((int)Math.Min(request.ContentLength ?? 0, SandboxServer.MaxBody));
        await request.Body.CopyToAsync(body, aborted);
        return new Call(request, body.ToArray(), book);
    }

    public void Dispose() => json?.Dispose();

    private static JsonDocument? Parse(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
            return null;

        try
        {
            return JsonDocument.Parse(body, Strict);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private (string? Email, string? LinkedInUrl) About(ContactBook book) => Route.Endpoint switch
    {
        Endpoint.Create => (JsonText.Of(Json, "email"), JsonText.Of(Json, "linkedInUrl")),
        Endpoint.Filter => (JsonText.Of(Json, "searchTerm"), null),
        Endpoint.Search => (Request.Query["email"], Request.Query["linkedIn"]),
        Endpoint.Enroll or Endpoint.Unenroll or Endpoint.AddToList =>
            MembershipInput.FirstContactOf(Json) is { } id && book.Find(id) is { } member ? (member["email"], member["linkedInUrl"]) : default,
        _ when Route.Id > 0 && book.Find(Route.Id) is { } known => (known["email"], known["linkedInUrl"]),
        _ => default,
    };
}
