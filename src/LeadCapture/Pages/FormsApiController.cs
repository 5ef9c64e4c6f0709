using System.Text.Json;
using FluentValidation.Results;
using LeadCapture.Deliveries.Queue;
using LeadCapture.Forms;
using LeadCapture.Leads;
using LeadCapture.Submissions;
using LeadCapture.Submissions.ApiKeys;
using LeadCapture.Web;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using static LeadCapture.Pages.PageText;

namespace LeadCapture.Pages;

[ApiController]
[RouteValuesOnly]
[TakesApiKey]
[EnableCors(FormSites.Policy)]
public sealed partial class FormsApiController(
    FormCatalog forms, FormDoor door, SubmissionService submissions, Confirmations confirmations, ILogger<FormsApiController> logger)
    : ControllerBase
{
    private const string IdempotencyKey = "Idempotency-Key";

    private KnownKey? KnownKey => TakesApiKeyAttribute.KeyOf(HttpContext);

    [HttpGet("/api/forms/{slug}")]
    public async Task<IActionResult> Form(string slug)
    {
        // A copy that a cache keeps of an answer to no site must not come to a page of one.
        Response.Headers.Vary = HeaderNames.Origin;
        return await forms.Find(slug) is { IsArchived: false } form
            ? Ok(Described(form, await door.AdmissionOf(form) == Admission.Open))
            : NotFound();
    }

    [HttpPost("/api/forms/{slug}/leads")]
    [ResponseCache(NoStore = true)]
    public async Task<IActionResult> Create(string slug, CancellationToken aborted)
    {
        if (await forms.Find(slug) is not { } form)
            return NotFound();
        if (PostedParts.Fit(Request))
            return await CreateOfInputs(form, aborted);
        return Request.HasJsonContentType()
            ? await CreateOfJson(form, aborted)
            : StatusCode(StatusCodes.Status415UnsupportedMediaType);
    }

    private async Task<IActionResult> CreateOfInputs(PublishedForm form, CancellationToken aborted)
    {
        try
        {
            var submission = await PostedParts.Read(Request, aborted);
            return await Take(form, () => Keyed(submission), isClicked: true, aborted);
        }
        catch (IOException fault) when (fault is not BadHttpRequestException)
        {
            return Problem(T["The form data breaks off before its end."],
                title: T["Malformed form data"], statusCode: StatusCodes.Status400BadRequest);
        }
    }

    private async Task<IActionResult> CreateOfJson(PublishedForm form, CancellationToken aborted)
    {
        if (await JsonBody.Read(Request, aborted) is not { } bytes)
            return Problem(T["The body can't be read in the encoding that it declares. Send it as UTF-8."],
                title: T["Unreadable text"], statusCode: StatusCodes.Status400BadRequest);
        try
        {
            return await Take(form, () => Read(bytes), isClicked: false, aborted);
        }
        catch (AmbiguousJsonException fault)
        {
            return Problem(T["The body has “{0}” twice. Send it once, so that no value is lost.", fault.Name],
                title: T["Ambiguous JSON"], statusCode: StatusCodes.Status400BadRequest);
        }
        catch (JsonException fault)
        {
            return Problem(T["The body is not JSON: line {0}, byte {1}.", Counted(fault.LineNumber), Counted(fault.BytePositionInLine)],
                title: T["Malformed JSON"], statusCode: StatusCodes.Status400BadRequest);
        }
    }

    [HttpGet("/api/leads/{receipt}")]
    public async Task<IActionResult> Lead(string receipt, CancellationToken aborted)
    {
        if (!Receipt.Fits(receipt) || await confirmations.Find(receipt) is not { } confirmation)
            return NotFound();
        SecurityHeaders.KeepPrivate(HttpContext);
        return Content(LeadJson.Of(confirmation), "application/json");
    }

    private static long Counted(long? place) => place.GetValueOrDefault() + 1;

    /// In words alone: marks are for our own pages.
    private static object Described(PublishedForm form, bool isOpen)
    {
        var asked = form.Definition.Map(field => field with { Label = field.Kind.LabelOf(field), Hint = SmallMarkdown.Plain(field.Hint) });
        return new
        {
            form.Slug,
            form.Version,
            Open = isOpen,
            asked.OpensAt,
            asked.ClosesAt,
            asked.Title,
            Intro = SmallMarkdown.Plain(asked.Intro),
            asked.Confirmation,
            asked.FreeCustomFields,
            asked.Steps,
            asked.Fields,
        };
    }

    private Submission Read(ReadOnlyMemory<byte> bytes)
    {
        using var body = JsonDocument.Parse(bytes);
        if (JsonSubmission.Twice(body.RootElement) is { } name)
            throw new AmbiguousJsonException(name);
        return Keyed(JsonSubmission.Read(body.RootElement));
    }

    private Submission Keyed(Submission submission) =>
        Request.Headers[IdempotencyKey].ToString() is { Length: > 0 } key
            ? submission with { Id = KnownKey?.SubmissionIdOf(key) ?? key, IsKeyed = true }
            : submission;

    private async Task<IActionResult> Take(PublishedForm form, Func<Submission> read, bool isClicked, CancellationToken aborted)
    {
        var origin = new Origin(Origin.Api)
        {
            Sender = HttpContext.Connection.RemoteIpAddress,
            Key = KnownKey,
            IsClicked = isClicked && KnownKey is null,
        };
        return await Answer(form, await submissions.Accept(form, read, origin, aborted));
    }

    private async Task<IActionResult> Answer(PublishedForm form, SubmissionResult result)
    {
        switch (result)
        {
            case SubmissionResult.Accepted { Lead: var lead, Submission: var submission }:
                return await Created(form, lead, submission);
            case SubmissionResult.Invalid { Errors: var errors }:
                return Invalid(errors);
            case SubmissionResult.Closed { Admission: Admission.Archived }:
                return NotFound();
            case SubmissionResult.Closed { Admission: var admission }:
                return Problem(T["Nothing was saved. A page that was open before sends the version of the form that it showed."],
                    title: ClosedPage.SentenceOf(form.Definition, admission), statusCode: StatusCodes.Status422UnprocessableEntity);
            case SubmissionResult.KeyReused:
                return Problem(SubmissionService.OtherBody, statusCode: StatusCodes.Status422UnprocessableEntity);
            case SubmissionResult.RateLimited:
                Response.Headers.RetryAfter = PostLimit.RetryAfter;
                return Problem(KnownKey is { } key ? KeyLimit.MessageOf(key) : PostLimit.Message,
                    title: T["Too many leads"], statusCode: StatusCodes.Status429TooManyRequests);
            default:
                return Problem(SubmissionService.NotStored, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private async Task<IActionResult> Created(PublishedForm form, AcceptedLead accepted, Submission submission)
    {
        var confirmation = await TryFind(accepted);
        var answer = LeadJson.Of(accepted, form, confirmation, submission.Ignored, Request);
        Response.Headers.Location = $"{Request.PathBase}/api/leads/{accepted.Receipt}";
        return new ContentResult { Content = answer, ContentType = "application/json", StatusCode = accepted.IsNew ? 201 : 200 };
    }

    /// The lead is stored: whatever fails from here on, the answer says so, or it would be sent again.
    private async Task<Confirmation?> TryFind(AcceptedLead accepted)
    {
        try
        {
            return await confirmations.Find(accepted.Receipt);
        }
        catch (Exception fault)
        {
            NotReadBack(fault, accepted.LeadId);
            return null;
        }
    }

    private UnprocessableEntityObjectResult Invalid(IEnumerable<ValidationFailure> failures)
    {
        var errors = failures.GroupBy(failure => failure.PropertyName)
            .ToDictionary(group => group.Key, group => group.Select(failure => failure.ErrorMessage).Distinct().ToArray());
        return UnprocessableEntity(new ValidationProblemDetails(errors)
        {
            Title = T["Some answers need a correction"],
            Status = StatusCodes.Status422UnprocessableEntity,
        });
    }

    [LoggerMessage(LogLevel.Warning, "Lead {LeadId} is saved, but could not be read back for the response")]
    private partial void NotReadBack(Exception fault, Guid leadId);
}
