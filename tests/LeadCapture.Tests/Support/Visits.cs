using System.Text.Json;
using System.Text;

namespace LeadCapture.Tests.Support;

/// What people and programs do at the front door.
public static class Visits
{
    public static readonly (string Name, string Value) Email = ("email", "ann@example.com");

    public static readonly (string Name, string Value)[] Consent =
        [("customFields[0].key", "consent"), ("customFields[0].value", "yes")];

    public static async Task<Page> Opens(this TestApp app, string path)
    {
        using var answer = await app.Visitor.GetAsync(Relative(path));
        return await Page.Of(answer);
    }

    public static async Task<Page> Sends(this TestApp app, string path, params (string Name, string Value)[] inputs)
    {
        using var answer = await app.Posts(path, inputs);
        return await Page.Of(answer);
    }

    /// Sends and follows to the confirmation.
    public static async Task<Page> IsThanked(this TestApp app, string path, params (string Name, string Value)[] inputs)
    {
        using var answer = await app.Posts(path, inputs);
        Assert.Equal((303, ""), ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        return await app.Opens(answer.Headers.Location!.ToString());
    }

    public static async Task<Page> SendsRaw(this TestApp app, string path, string body,
        string type = "application/x-www-form-urlencoded")
    {
        using var answer = await app.Answers(HttpMethod.Post, path, body, type);
        return await Page.Of(answer);
    }

    public static Task<HttpResponseMessage> Answers(this TestApp app, HttpMethod method, string path, string? body = null,
        string type = "application/json", params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, Relative(path));
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return app.Visitor.SendAsync(request);
    }

    public static async Task<Json> Calls(this TestApp app, HttpMethod method, string path, string? body = null,
        params (string Name, string Value)[] headers)
    {
        using var answer = await app.Answers(method, path, body, "application/json", headers);
        return await Json.Of(answer);
    }

    public static Task<Json> Creates(this TestApp app, string body, string form = "contact",
        params (string Name, string Value)[] headers) =>
        app.Calls(HttpMethod.Post, $"/api/forms/{form}/leads", body, headers);

    public static Task<Json> Asks(this TestApp app, string path, params (string Name, string Value)[] headers) =>
        app.Calls(HttpMethod.Get, path, headers: headers);

    private static Uri Relative(string path) => new(path, UriKind.RelativeOrAbsolute);
}

/// A JSON answer.
public sealed record Json(int Status, string? Type, JsonElement Body, string? Location, string Source)
{
    public string? this[string member] => Body.TryGetProperty(member, out var value) ? value.ToString() : null;

    public string? ErrorOf(string name) =>
        Body.GetProperty("errors").TryGetProperty(name, out var messages) ? messages[0].GetString() : null;

    public static async Task<Json> Of(HttpResponseMessage answer)
    {
        var source = await answer.Content.ReadAsStringAsync();
        using var document = JsonDocument.Parse(source.Length == 0 ? "null" : source);
        return new((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, document.RootElement.Clone(),
            answer.Headers.Location?.ToString(), source);
    }
}
