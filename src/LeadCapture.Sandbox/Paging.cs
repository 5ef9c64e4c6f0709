using System.Globalization;
using System.Text.Json;

namespace LeadCapture.Sandbox;

/// <summary>Which part of a search is asked for.</summary>
internal sealed class Paging
{
    private int top = 25;
    private int skip;

    public string? SearchTerm { get; private set; }

    public List<FieldError> Errors { get; } = [];

    public static Paging Of(JsonElement body)
    {
        var paging = new Paging();
        foreach (var member in body.EnumerateObject())
            paging.Read(member);
        return paging;
    }

    public static Paging Of(IQueryCollection query)
    {
        var paging = new Paging();
        foreach (var (name, value) in query)
        {
            var isNumber = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
            if (name is "top" or "skip")
                paging.Take(name, isNumber ? number : null);
        }

        return paging;
    }

    public SandboxResponse Answer(IReadOnlyList<Contact> found, int version)
    {
        var answer = Answer(found, (json, contact) => ContactJson.Write(json, contact, version));
        return answer with { ContactId = found.Count == 1 ? found[0].Id : null };
    }

    public SandboxResponse Answer<T>(IReadOnlyList<T> found, Action<Utf8JsonWriter, T> write) => SandboxResponse.Json(200, json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("items");
        foreach (var item in found.Skip(skip).Take(top))
            write(json, item);
        json.WriteEndArray();
        json.WriteBoolean("hasMore", found.Count - skip > top);
        json.WriteEndObject();
    });

    private void Read(JsonProperty member)
    {
        var value = member.Value;
        if (member.Name is "top" or "skip")
            Take(member.Name, value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null);
        else if (member.Name == "searchTerm" && JsonText.TryGet(value, out var term) && term.Length > 0)
            SearchTerm = term;
        else
            Errors.Add(new("/" + member.Name, "is not understood by the sandbox"));
    }

    private void Take(string name, int? number)
    {
        if (number is not { } known || known > 1000 && name == "top" || known < 0)
            Errors.Add(new("/" + name, "must be a whole number, at most 1000 for top"));
        else if (name == "top")
            top = known;
        else
            skip = known;
    }
}
