using System.Text.Json;

namespace LeadCapture.ReplyIo;

/// <summary>What an error's body says, in any shape that was seen: problem+json, older JSON, text, HTML, nothing.</summary>
internal sealed record ErrorBody(string? Code, string? Text, IReadOnlyList<Problem> Problems)
{
    public static readonly ErrorBody None = new(null, null, []);

    /// <summary>
    /// Whether it has what problem+json or Reply.io's older errors have. A message alone does not count: gateways write such, too.
    /// </summary>
    public bool IsProblem { get; private init; }

    public string? Sentence
    {
        get
        {
            var problems = Problems.Select(it => it.Field == "" ? it.Detail : $"{it.Field}: {it.Detail}");
            var parts = new[] { Text }.Concat(problems).Where(part => !string.IsNullOrWhiteSpace(part)).Distinct().ToList();
            return parts.Count == 0 ? null : string.Join(" ", parts);
        }
    }

    public static ErrorBody Of(string? body)
    {
        var text = body?.Trim() ?? "";
        try
        {
            if (text.StartsWith('{'))
                return OfJson(text);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return None;
        }

        // Markup or half a document says nothing to a person.
        return text is "" or ['<' or '[', ..] ? None : new(null, OneLine(text), []);
    }

    private static ErrorBody OfJson(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var problem = Text("detail") ?? Text("title");
        var text = problem ?? Text("message") ?? Text("error");
        var body = new ErrorBody(Text("code") ?? Text("errorCode"), text is null ? null : OneLine(text), [.. ProblemsOf(root)]);
        return body with { IsProblem = problem is not null || body.Code is not null || body.Problems.Count > 0 };

        string? Text(string name) => TextOf(root, name);
    }

    private static IEnumerable<Problem> ProblemsOf(JsonElement root)
    {
        if (!root.TryGetProperty("errors", out var errors))
            return [];

        return errors.ValueKind switch
        {
            JsonValueKind.Array => errors.EnumerateArray().SelectMany(OfEntry),
            JsonValueKind.Object => errors.EnumerateObject().SelectMany(it => OfMessages(FieldName.Of(it.Name), it.Value)),
            _ => [],
        };
    }

    private static IEnumerable<Problem> OfEntry(JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Object)
            return OfMessages("", entry);

        var field = TextOf(entry, "pointer") ?? TextOf(entry, "field") ?? TextOf(entry, "propertyName") ?? "";
        var detail = TextOf(entry, "detail") ?? TextOf(entry, "message") ?? TextOf(entry, "title") ?? TextOf(entry, "code");
        return detail is null && field == "" ? [] : [new Problem(FieldName.Of(field), OneLine(detail ?? "Not accepted"))];
    }

    private static IEnumerable<Problem> OfMessages(string field, JsonElement messages) => messages.ValueKind switch
    {
        JsonValueKind.Array => messages.EnumerateArray().SelectMany(message => OfMessages(field, message)),
        JsonValueKind.String => [new Problem(field, OneLine(messages.GetString()!))],
        JsonValueKind.Object => OfEntry(messages).Select(problem => problem with { Field = field }),
        _ => [],
    };

    private static string? TextOf(JsonElement element, string name) => !element.TryGetProperty(name, out var value) ? null
        : value.ValueKind switch
        {
            JsonValueKind.String when value.GetString() is { Length: > 0 } text => text,
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };

    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
