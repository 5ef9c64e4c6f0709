using LeadCapture.Forms;
using LeadCapture.Forms.Themes;
using LeadCapture.Leads;
using LeadCapture.Pages.Templates;
using LeadCapture.Shared;
using LeadCapture.Web;
using Microsoft.AspNetCore.Mvc;

namespace LeadCapture.Pages;

/// What a visitor sees after the form was taken.
[RouteValuesOnly]
public sealed class ConfirmationsController(FormCatalog forms, Looks looks, Confirmations confirmations, ConfirmationTemplates templates) : Controller
{
    [HttpGet("/f/{slug}/confirmation/{receipt}")]
    [HttpGet("/f/{slug}/{shape:regex(^(embed|booth)$)}/confirmation/{receipt}")]
    public async Task<IActionResult> Show(string slug, FormShape shape, string receipt, CancellationToken aborted)
    {
        if (!Receipt.Fits(receipt) || await forms.Find(slug) is not { } form
            || await confirmations.Find(receipt) is not { } confirmation || confirmation.FormId != form.Id)
            return NotFound();
        SecurityHeaders.KeepPrivate(HttpContext);
        if (shape == FormShape.Embed)
            SecurityHeaders.AllowFrames(HttpContext, form.Definition.Sites);
        ShownLook.Put(ViewData, form.Slug, await looks.Of(form.Definition.Theme));
        return await templates.Show(this, confirmation.ToPage(form, shape), new(form.Id, form.Slug, confirmation.Captured.Version, shape));
    }
}
