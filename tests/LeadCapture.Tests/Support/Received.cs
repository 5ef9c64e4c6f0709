using System.Text.Json;

namespace LeadCapture.Tests.Support;

/// What Reply.io was sent.
public static class Received
{
    /// Of the only contact, as text; null where it was not sent.
    public static string? Sent(this TestApp app, string property) =>
        app.SentContact().TryGetProperty(property, out var value) ? value.ToString() : null;

    public static string? SentCustom(this TestApp app, string key) =>
        app.SentContact().TryGetProperty("customFields", out var fields)
            ? fields.EnumerateArray().Where(field => field.GetProperty("key").GetString() == key)
                .Select(field => field.GetProperty("value").GetString()).SingleOrDefault()
            : null;

    private static JsonElement SentContact(this TestApp app)
    {
        using var body = JsonDocument.Parse(app.ReplyIo.State.Calls.Single(call => call.Method == "POST").Body);
        return body.RootElement.Clone();
    }
}
