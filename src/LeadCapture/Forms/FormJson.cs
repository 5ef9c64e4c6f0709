using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace LeadCapture.Forms;

/// A definition as JSON: on one line in the database, and as a file that people can read.
public static class FormJson
{
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

    /// Throws FormException, which names the place, where it is no definition that this program knows.
    public static FormDefinition Read(string json)
    {
        try
        {
            var node = JsonNode.Parse(json, documentOptions: new() { MaxDepth = 16, AllowDuplicateProperties = false }) as JsonObject
                ?? throw new FormException("", "A form is a JSON object");
            var current = FormUpgrade.ToCurrent(node);
            PlannedSettings.TakeOut(current);
            return current.Deserialize<FormDefinition>(Line)!;
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
