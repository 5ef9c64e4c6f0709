using LeadCapture.Forms;
using LeadCapture.Forms.Fields;
using LeadCapture.Forms.Numbers;
using LeadCapture.Shared;
using LeadCapture.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;

namespace LeadCapture.Pages;

/// How far visitors come with a form, as its script tells: that somebody began, and after which field somebody left. Nothing of it says
/// who, and nothing of what was typed.
[RouteValuesOnly]
public sealed class ProgressController(FormCatalog forms, FormCounter counter) : Controller
{
    private const int LargestBody = 1024;

    [HttpPost("/f/{slug}/progress")]
    [RequestSizeLimit(LargestBody)]
    public async Task<IActionResult> Create(string slug, CancellationToken aborted)
    {
        if (await forms.Find(slug) is not { } form)
            return NotFound();
        Count(form, await PostedForm.Inputs(Request, aborted));
        return NoContent();
    }

    /// What makes no sense is passed over.
    private void Count(PublishedForm form, Dictionary<string, StringValues> told)
    {
        var channel = (Text("shape") switch { "embed" => FormShape.Embed, "booth" => FormShape.Booth, _ => FormShape.Page }).ToString();
        switch (Text("what"))
        {
            case "start":
                counter.Started(form.Id, channel, Campaign.Of(Text(Campaign.SourceName), Text(Campaign.CampaignName)));
                break;
            case "stop" or "back" when FieldOf(form.Definition, Text("field"), Text("key")) is { } field:
                counter.Stopped(form.Id, channel, field, back: Text("what") == "back");
                break;
        }

        string Text(string name) => told.TryGetValue(name, out var values) ? values[^1] ?? "" : "";
    }

    private static Field? FieldOf(FormDefinition form, string property, string key) =>
        key != "" ? form.FieldOf(key) : form.Fields.FirstOrDefault(field => field.Property == property);
}
