using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace LeadCapture.Forms;

/// A definition as JSON: on one line in the database, and as a file that people can read.
public static class FormJson
{
    /// How a stored definition of the current schema begins.
    public static readonly string Current = $"{{\"schema\":{FormDefinition.CurrentSchema},";

    private static readonly JsonSerializerOptions Line = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNameCaseInsensitive = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// The same names and values, for all who read or describe them.
    public static readonly JsonSerializerOptions Options = new(Line)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(FormDefinition form) => JsonSerializer.Serialize(form, Line);

    public static string WriteFile(string slug, FormDefinition form) =>
        JsonSerializer.Serialize(form with { Slug = slug }, Options) + "\n";

    /// A stored definition. Throws FormException, which names the place, where it is none that this program knows.
    public static FormDefinition Read(string json) => json.StartsWith(Current, StringComparison.Ordinal)
        ? Guarded(() => JsonSerializer.Deserialize<FormDefinition>(json, Line)!)
        : Guarded(() => FormUpgrade.ToCurrent(Parse(json)).Deserialize<FormDefinition>(Line)!);

    /// One that somebody made. Throws FormException.
    public static FormDefinition ReadFile(string json) => Guarded(() =>
    {
        var form = FormUpgrade.ToCurrent(Parse(json));
        RefuseGaps(form);
        return form.Deserialize<FormDefinition>(Line)!;
    });

    private static void RefuseGaps(JsonNode? part)
    {
        if (part is JsonArray list && list.IndexOf(null) is >= 0 and var gap)
            throw new FormException($"{list.GetPath()[2..]}[{gap}]", "Nothing stands here. Fill it in or remove it");
        foreach (var inner in part switch
        {
            JsonObject members => members.Select(member => member.Value),
            JsonArray entries => entries,
            _ => Enumerable.Empty<JsonNode?>(),
        })
            RefuseGaps(inner);
    }

    public static string WriteTheme(Theme theme) => JsonSerializer.Serialize(theme, Line);

    public static Theme ReadTheme(string json) => Guarded(() => JsonSerializer.Deserialize<Theme>(json, Line)!);

    private static JsonObject Parse(string json) =>
        JsonNode.Parse(json, documentOptions: new() { MaxDepth = 16, AllowDuplicateProperties = false }) as JsonObject
        ?? throw new FormException("", "A form is a JSON object");

    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (JsonException wrong)
        {
            throw FormException.From(wrong);
        }
        catch (InvalidOperationException)
        {
            throw new FormException("schema", "The schema is a number");
        }
    }
}
