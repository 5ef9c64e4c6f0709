using LeadCapture.Web;
using Microsoft.AspNetCore.Mvc;

namespace LeadCapture.Forms;

/// The form as a page, inside a frame and on a booth: shown, sent, checked, taken.
[RouteValuesOnly]
public sealed class FormsController(FormCatalog forms, FormPages pages, Intake intake, PostLimit limit) : Controller
{
    [HttpGet("/f/{slug}")]
    [HttpGet("/f/{slug}/{shape:regex(^(embed|booth)$)}")]
    public async Task<IActionResult> Show(string slug, FormShape shape) =>
        await forms.Find(slug) is { } form ? Page(pages.Empty(form, shape, Request.QueryString), form) : NotFound();

    [HttpPost("/f/{slug}")]
    [HttpPost("/f/{slug}/{shape:regex(^(embed|booth)$)}")]
    public async Task<IActionResult> Submit(string slug, FormShape shape, CancellationToken aborted)
    {
        if (await forms.Find(slug) is not { } form)
            return NotFound();
        if (!Request.HasFormContentType || Request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
            return StatusCode(StatusCodes.Status415UnsupportedMediaType);
        var posted = await PostedForm.Inputs(Request, aborted);
        var submission = PostedForm.Read(posted);
        form = await forms.Shown(form, submission.Version);
        if (!limit.Allows(HttpContext))
            return Page(pages.Refused(form, shape, submission, [], PostLimit.Message), form,
                StatusCodes.Status429TooManyRequests);
        if (posted.TryGetValue("action", out var action)
            && FreeRows.Change(form.Definition, submission, action.ToString()) is { } errors)
            return Page(pages.Refused(form, shape, submission, errors), form,
                errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
        return await Take(form, shape, Tidying.Of(form.Definition, submission), aborted);
    }

    private async Task<IActionResult> Take(PublishedForm form, FormShape shape, Submission submission, CancellationToken aborted)
    {
        var check = FormRules.Of(form.Definition).Validate(submission);
        if (!check.IsValid)
            return Page(pages.Refused(form, shape, submission, check.Errors), form, StatusCodes.Status422UnprocessableEntity);
        submission = submission with { Sender = HttpContext.Connection.RemoteIpAddress };
        if (await intake.TryTake(form, submission, shape.ToString(), aborted) is { } accepted)
            return new SeeOther(FormAddress.OfConfirmation(form.Slug, shape, accepted.Receipt));
        return Page(pages.Refused(form, shape, submission, [], Intake.NotStored), form, StatusCodes.Status503ServiceUnavailable);
    }

    private ViewResult Page(FormPage page, PublishedForm form, int status = StatusCodes.Status200OK)
    {
        Response.StatusCode = status;
        if (!page.IsBlank)
            SecurityHeaders.KeepNoCopy(HttpContext);
        if (page.Shape == FormShape.Embed)
            SecurityHeaders.AllowFrames(HttpContext, form.Definition.AllowedSites);
        return View("Show", page);
    }
}
