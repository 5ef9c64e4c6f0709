using System.Text.Json.Nodes;

namespace LeadCapture.Forms;

/// Brings a definition of an older schema to the current one.
public static class FormUpgrade
{
    public static JsonObject ToCurrent(JsonObject form) => (int?)form["schema"] switch
    {
        null or 0 => FromZero(form),
        FormDefinition.CurrentSchema => form,
        var other => throw new FormException("schema",
            $"This form is of schema {other}, and this version of LeadCapture knows only {FormDefinition.CurrentSchema}"),
    };

    /// All fields stood in one list, and the first one of a section had its heading.
    private static JsonObject FromZero(JsonObject form)
    {
        var sections = new JsonArray();
        foreach (var field in form["fields"]?.AsArray().Select(field => field!.DeepClone().AsObject()) ?? [])
        {
            var heading = (string?)field["section"] ?? "";
            field.Remove("section");
            if (sections.Count == 0 || heading != "")
                sections.Add(new JsonObject { ["heading"] = heading, ["fields"] = new JsonArray() });
            sections[^1]!["fields"]!.AsArray().Add(field);
        }
        var upgraded = new JsonObject { ["schema"] = 1 };
        foreach (var (name, value) in form.Where(member => member.Key is not ("schema" or "fields" or "confirmation" or "allowedSites")))
            upgraded[name] = value?.DeepClone();
        upgraded["confirmation"] = ((string?)form["confirmation"])?.ToLowerInvariant() ?? "summary";
        upgraded["sites"] = form["allowedSites"]?.DeepClone() ?? new JsonArray();
        upgraded["steps"] = new JsonArray(new JsonObject { ["title"] = "", ["sections"] = sections });
        return upgraded;
    }
}
