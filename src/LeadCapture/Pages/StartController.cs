using LeadCapture.Forms;
using LeadCapture.Submissions;
using LeadCapture.Web;
using Microsoft.AspNetCore.Mvc;

namespace LeadCapture.Pages;

/// The start page: the forms that can be filled in now.
[RouteValuesOnly]
public sealed class StartController(FormCatalog forms, FormDoor door) : Controller
{
    [HttpGet("/")]
    public async Task<IActionResult> Show()
    {
        List<(string, string, string)> open = [];
        foreach (var form in await forms.All())
            if (await door.AdmissionOf(form) == Admission.Open)
                open.Add((form.Slug, form.Definition.Title, SmallMarkdown.Plain(form.Definition.Intro)));
        return View("Start", new StartPage(open));
    }
}
