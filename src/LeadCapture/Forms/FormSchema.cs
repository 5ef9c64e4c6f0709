using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using LeadCapture.Forms.Fields;

namespace LeadCapture.Forms;

/// The JSON schema of a form as a file, for editors that check and complete while somebody types.
public static class FormSchema
{
    private static readonly JsonSchemaExporterOptions Exported = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, schema) => context.TypeInfo.Type == typeof(FieldKind)
            ? new JsonObject { ["enum"] = new JsonArray([.. FieldKinds.All.Select(kind => (JsonNode)kind.Name)]) }
            : schema,
    };

    public static string Write()
    {
        var schema = FormJson.Options.GetJsonSchemaAsNode(typeof(FormDefinition), Exported).AsObject();
        schema["properties"]!["schema"] = new JsonObject { ["const"] = FormDefinition.CurrentSchema };
        schema["required"]!.AsArray().Add("schema");
        var whole = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = "A form of LeadCapture" };
        foreach (var (name, value) in schema)
            whole[name] = value?.DeepClone();
        return whole.ToJsonString(FormJson.Options) + "\n";
    }
}
