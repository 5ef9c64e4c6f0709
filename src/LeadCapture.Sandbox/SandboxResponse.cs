using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LeadCapture.Sandbox;

internal sealed record SandboxResponse(int Status, ReadOnlyMemory<byte> Body, string? ContentType)
{
    // Only these bytes go out, as JSON: escaping what is special in HTML would only hide what was really given.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string? RetryAfter { get; init; }

    public string? Location { get; init; }

    /// <summary>The contact the answer is about, for the list of received calls.</summary>
    public int? ContactId { get; init; }

    public Ending Ending { get; init; }

    public static SandboxResponse Empty(int status) => new(status, default, null);

    public static SandboxResponse Json(int status, Action<Utf8JsonWriter> write) => Json(status, "application/json; charset=utf-8", write);

    public static SandboxResponse Of(Contact contact, int status, int version) =>
        Json(status, json => ContactJson.Write(json, contact, version)) with { ContactId = contact.Id };

    public static SandboxResponse Problem(int status, string title, string? detail = null, string? code = null) =>
        Json(status, "application/problem+json", json =>
        {
            json.WriteStartObject();
            json.WriteString("title", title);
            json.WriteNumber("status", status);
            if (detail is not null)
                json.WriteString("detail", detail);
            if (code is not null)
                json.WriteString("code", code);
            json.WriteEndObject();
        });

    public static SandboxResponse Invalid(params IReadOnlyList<FieldError> errors) =>
        Json(400, "application/problem+json", json =>
        {
            json.WriteStartObject();
            json.WriteString("title", "One or more validation errors occurred.");
            json.WriteNumber("status", 400);
            json.WriteString("detail", "See errors.");
            json.WriteStartArray("errors");
            foreach (var error in errors)
            {
                json.WriteStartObject();
                json.WriteString("pointer", error.Pointer);
                json.WriteString("detail", error.Detail);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });

    public async Task Send(HttpContext context)
    {
        if (Ending == Ending.CutWithoutAnswer)
        {
            context.Abort();
            return;
        }

        var response = context.Response;
        response.StatusCode = Status;
        response.ContentType = ContentType;
        response.ContentLength = Body.Length;
        if (RetryAfter is not null)
            response.Headers.RetryAfter = RetryAfter;
        if (Location is not null)
            response.Headers.Location = Location;

        // Too few bytes for the announced length: the server closes the connection by itself, after they were sent.
        var body = Ending == Ending.CutInTheMiddle ? Body[..(Body.Length / 2)] : Body;
        if (body.Length > 0)
            await response.BodyWriter.WriteAsync(body, context.RequestAborted);
    }

    private static SandboxResponse Json(int status, string contentType, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Plain))
            write(json);
        return new(status, buffer.WrittenMemory, contentType);
    }
}

internal enum Ending
{
    Whole,
    CutWithoutAnswer,
    CutInTheMiddle,
}
