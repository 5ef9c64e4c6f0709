using LeadCapture.Forms;
using LeadCapture.Web;
using Microsoft.AspNetCore.Mvc;

namespace LeadCapture.Pages;

/// The start page: the published forms.
[RouteValuesOnly]
public sealed class StartController(FormCatalog forms) : Controller
{
    [HttpGet("/")]
    public async Task<IActionResult> Show() => View("Start", new StartPage(
        [.. (await forms.All()).Select(form => (form.Slug, form.Definition.Title, form.Definition.Intro))]));
}
