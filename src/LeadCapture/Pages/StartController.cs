using LeadCapture.Forms;
using LeadCapture.Web;
using Microsoft.AspNetCore.Mvc;

namespace LeadCapture.Pages;

[RouteValuesOnly]
public sealed class StartController(FormCatalog forms) : Controller
{
    [HttpGet("/")]
    public async Task<IActionResult> Show() => View("Start", new StartPage(
        [.. (await forms.All()).Select(form => (form.Slug, form.Definition.Title, form.Definition.Intro))]));
}
