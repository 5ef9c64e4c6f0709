using LeadCapture.Forms;
using LeadCapture.Forms.Numbers;
using LeadCapture.Forms.Themes;
using LeadCapture.Pages.Templates;
using LeadCapture.Shared;
using LeadCapture.Submissions;
using LeadCapture.Submissions.Spam;
using LeadCapture.Web;
using Microsoft.AspNetCore.Mvc;

namespace LeadCapture.Pages;

/// The form as a page, inside a frame and on a booth: shown, sent, checked, taken.
[RouteValuesOnly]
public sealed class FormsController(
    FormCatalog forms, FormDoor door, Looks looks, SubmissionService submissions, FormCounter counter, PageStamps stamps,
    FormTemplates templates) : Controller
{
    [HttpGet("/f/{slug}")]
    [HttpGet("/f/{slug}/{shape:regex(^(embed|booth)$)}")]
    public async Task<IActionResult> Show(string slug, FormShape shape)
    {
        if (await forms.Find(slug) is not { } form)
            return NotFound();
        if (await door.AdmissionOf(form) is var admission and not Admission.Open)
            return await Closed(new(form, shape, admission));
        if (Views.Counts(Request))
            counter.Viewed(form.Id, shape.ToString(), Views.CampaignOf(Request.QueryString));
        return await Page(FormPages.Empty(form, shape, Request.QueryString, PageView.Of(Request, shape)), form);
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
                ? await Answer(form, shape, submission, new SubmissionResult.Closed(submission, admission))
                : await ChangeRows(form, shape, submission, action.ToString(), origin);
        return await Answer(form, shape, submission, await submissions.Accept(form, () => submission, origin, aborted));
    }

    /// It costs a page, as sending it does.
    private Task<IActionResult> ChangeRows(PublishedForm form, FormShape shape, Submission submission, string action, Origin origin)
    {
        if (!submissions.Admits(origin.Sender))
            return Answer(form, shape, submission, new SubmissionResult.RateLimited());
        var errors = FreeRows.Change(submission, action);
        return Page(FormPages.Refused(form, shape, submission, errors), form,
            errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private async Task<IActionResult> Answer(PublishedForm form, FormShape shape, Submission posted, SubmissionResult result)
    {
        switch (result)
        {
            case SubmissionResult.Accepted when shape == FormShape.Page && form.Definition.Onward is { } onward:
                return new SeeOther(onward);
            case SubmissionResult.Accepted { Lead: var lead }:
                return new SeeOther(Request.PathBase + FormAddress.OfConfirmation(form.Slug, shape, lead.Receipt));
            case SubmissionResult.Invalid { Submission: var submission, Errors: var errors }:
                return await Page(FormPages.Refused(form, shape, submission, errors), form, StatusCodes.Status422UnprocessableEntity);
            case SubmissionResult.Closed { Submission: var submission, Admission: var admission }:
                return await Closed(new(form, shape, admission) { Typed = ClosedPage.TypedIn(form.Definition, submission) },
                    StatusCodes.Status422UnprocessableEntity);
            case SubmissionResult.NotStored { Submission: var submission }:
                return await Page(FormPages.Refused(form, shape, submission, [], SubmissionService.NotStored), form,
                    StatusCodes.Status503ServiceUnavailable);
            default:
                Response.Headers.RetryAfter = PostLimit.RetryAfter;
                return await Page(FormPages.Refused(form, shape, posted, [], PostLimit.Message), form,
                    StatusCodes.Status429TooManyRequests);
        }
    }

    private async Task<IActionResult> Page(FormPage page, PublishedForm form, int status = StatusCodes.Status200OK)
    {
        Response.StatusCode = status;
        // What somebody typed stays in no cache.
        if (!page.IsBlank)
            Response.Headers.CacheControl = "no-store";
        if (page.Shape == FormShape.Page && form.Definition.Onward is not null)
            SecurityHeaders.AllowFormsTo(HttpContext, form.Definition.Sites);
        if (!page.Shape.IsOfOthers())
            page = Stamped(page, form);
        await Frame(page.Shape, form);
        return page.DiffersInTextAlone && status == StatusCodes.Status200OK ? await templates.Show(this, page, form.Id) : View("Show", page);
    }

    /// Shown again it keeps its stamp: whoever corrects one field is not faster than anybody reads.
    private FormPage Stamped(FormPage page, PublishedForm form) => page with
    {
        Traces = page.Traces with { Stamp = stamps.Again(page.Traces.Stamp, form.Id, !page.IsBlank) },
        PuzzleBits = ProofOfWork.BitsOf(form.Definition),
    };

    /// What is closed for good is gone; of what opens later the page is there, and says when. No copy of either outlives it.
    private async Task<IActionResult> Closed(ClosedPage page, int? status = null)
    {
        if (page.Admission == Admission.Archived)
            return NotFound();
        Response.StatusCode = status ?? (page.OpensLater ? StatusCodes.Status200OK : StatusCodes.Status410Gone);
        Response.Headers.CacheControl = "no-store";
        await Frame(page.Shape, page.Published);
        return View("Closed", page);
    }

    private async Task Frame(FormShape shape, PublishedForm form)
    {
        if (shape == FormShape.Embed)
            SecurityHeaders.AllowFrames(HttpContext, form.Definition.Sites);
        ShownLook.Put(ViewData, form.Slug, await looks.Of(form.Definition.Theme));
    }
}
