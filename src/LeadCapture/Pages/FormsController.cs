using LeadCapture.Forms;
using LeadCapture.Shared;
using LeadCapture.Submissions;
using LeadCapture.Web;
using Microsoft.AspNetCore.Mvc;

namespace LeadCapture.Pages;

/// The form as a page, inside a frame and on a booth: shown, sent, checked, taken.
[RouteValuesOnly]
public sealed class FormsController(FormCatalog forms, FormDoor door, SubmissionService submissions) : Controller
{
    [HttpGet("/f/{slug}")]
    [HttpGet("/f/{slug}/{shape:regex(^(embed|booth)$)}")]
    public async Task<IActionResult> Show(string slug, FormShape shape)
    {
        if (await forms.Find(slug) is not { } form)
            return NotFound();
        return await door.AdmissionOf(form) is var admission and not Admission.Open
            ? Closed(new(form, shape, admission))
            : Page(FormPages.Empty(form, shape, Request.QueryString, PageView.Of(Request)), form);
    }

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
        var origin = new Origin(shape.ToString()) { Sender = HttpContext.Connection.RemoteIpAddress };
        if (posted.TryGetValue("action", out var action) && FreeRows.IsAction(form.Definition, action.ToString()))
            return await door.AdmissionOf(form, submission) is var admission and not Admission.Open
                ? Answer(form, shape, submission, new SubmissionResult.Closed(submission, admission))
                : ChangeRows(form, shape, submission, action.ToString(), origin);
        return Answer(form, shape, submission, await submissions.Accept(form, () => submission, origin, aborted));
    }

    /// It costs a page, as sending it does.
    private IActionResult ChangeRows(PublishedForm form, FormShape shape, Submission submission, string action, Origin origin)
    {
        if (!submissions.Admits(origin.Sender))
            return Answer(form, shape, submission, new SubmissionResult.RateLimited());
        var errors = FreeRows.Change(submission, action);
        return Page(FormPages.Refused(form, shape, submission, errors), form,
            errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private IActionResult Answer(PublishedForm form, FormShape shape, Submission posted, SubmissionResult result)
    {
        switch (result)
        {
            case SubmissionResult.Accepted when shape == FormShape.Page && form.Definition.Onward is { } onward:
                return new SeeOther(onward);
            case SubmissionResult.Accepted { Lead: var lead }:
                return new SeeOther(FormAddress.OfConfirmation(form.Slug, shape, lead.Receipt));
            case SubmissionResult.Invalid { Submission: var submission, Errors: var errors }:
                return Page(FormPages.Refused(form, shape, submission, errors), form, StatusCodes.Status422UnprocessableEntity);
            case SubmissionResult.Closed { Submission: var submission, Admission: var admission }:
                return Closed(new(form, shape, admission) { Typed = ClosedPage.TypedIn(form.Definition, submission) },
                    StatusCodes.Status422UnprocessableEntity);
            case SubmissionResult.NotStored { Submission: var submission }:
                return Page(FormPages.Refused(form, shape, submission, [], SubmissionService.NotStored), form,
                    StatusCodes.Status503ServiceUnavailable);
            default:
                Response.Headers.RetryAfter = PostLimit.RetryAfter;
                return Page(FormPages.Refused(form, shape, posted, [], PostLimit.Message), form,
                    StatusCodes.Status429TooManyRequests);
        }
    }

    private ViewResult Page(FormPage page, PublishedForm form, int status = StatusCodes.Status200OK)
    {
        Response.StatusCode = status;
        // What somebody typed stays in no cache.
        if (!page.IsBlank)
            Response.Headers.CacheControl = "no-store";
        if (page.Shape == FormShape.Page && form.Definition.Onward is not null)
            SecurityHeaders.AllowFormsTo(HttpContext, form.Definition.Sites);
        return Framed("Show", page, page.Shape, form);
    }

    /// What is closed for good is gone; of what opens later the page is there, and says when. No copy of either outlives it.
    private IActionResult Closed(ClosedPage page, int? status = null)
    {
        if (page.Admission == Admission.Archived)
            return NotFound();
        Response.StatusCode = status ?? (page.OpensLater ? StatusCodes.Status200OK : StatusCodes.Status410Gone);
        Response.Headers.CacheControl = "no-store";
        return Framed("Closed", page, page.Shape, page.Published);
    }

    private ViewResult Framed(string view, object page, FormShape shape, PublishedForm form)
    {
        if (shape == FormShape.Embed)
            SecurityHeaders.AllowFrames(HttpContext, form.Definition.Sites);
        return View(view, page);
    }
}
