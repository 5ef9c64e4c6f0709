using System.Text.Json;
using FluentValidation.Results;
using LeadCapture.Deliveries;
using LeadCapture.Leads;
using LeadCapture.Web;
using Microsoft.AspNetCore.Mvc;

namespace LeadCapture.Forms;

/// The forms and their leads for programs.
[ApiController]
[RouteValuesOnly]
public sealed partial class FormsApiController(
    FormCatalog forms, Intake intake, Confirmations confirmations, PostLimit limit, ILogger<FormsApiController> logger)
    : ControllerBase
{
    private const string IdempotencyKey = "Idempotency-Key";

    [HttpGet("/api/forms/{slug}")]
    public async Task<IActionResult> Form(string slug) => await forms.Find(slug) is { } form
        ? Ok(new
        {
            form.Slug,
            form.Version,
            form.Definition.Title,
            form.Definition.Intro,
            form.Definition.Confirmation,
            form.Definition.FreeCustomFields,
            form.Definition.Fields,
        })
        : NotFound();

    [HttpPost("/api/forms/{slug}/leads")]
    public async Task<IActionResult> Create(string slug, CancellationToken aborted)
    {
        SecurityHeaders.KeepNoCopy(HttpContext);
        if (await forms.Find(slug) is not { } form)
            return NotFound();
        if (!Request.HasJsonContentType())
            return StatusCode(StatusCodes.Status415UnsupportedMediaType);
        if (!limit.Allows(HttpContext))
            return Problem(PostLimit.Message, statusCode: StatusCodes.Status429TooManyRequests);
        if (await JsonBody.Read(Request, aborted) is not { } bytes)
            return Problem("The body can't be read in the encoding that it declares. Send it as UTF-8.",
                title: "Unreadable text", statusCode: StatusCodes.Status400BadRequest);
        try
        {
            using var body = JsonDocument.Parse(bytes);
            if (JsonSubmission.Twice(body.RootElement) is { } name)
                return Problem($"The body has “{name}” twice. Send it once, so that no value is lost.",
                    title: "Ambiguous JSON", statusCode: StatusCodes.Status400BadRequest);
            return await Take(form, Tidying.Of(form.Definition, JsonSubmission.Read(body.RootElement)), aborted);
        }
        catch (JsonException fault)
        {
            return Problem($"The body is not JSON: line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}.",
                title: "Malformed JSON", statusCode: StatusCodes.Status400BadRequest);
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

    private async Task<IActionResult> Take(PublishedForm form, Submission submission, CancellationToken aborted)
    {
        if (Request.Headers[IdempotencyKey].ToString() is { Length: > 0 } key)
            submission = submission with { Id = key, IsKeyed = true };
        var check = FormRules.Of(form.Definition).Validate(submission);
        if (!check.IsValid)
            return Invalid(check.Errors);
        if (await intake.TryTake(form, submission, "Api", aborted) is not { } accepted)
            return Problem(Intake.NotStored, statusCode: StatusCodes.Status503ServiceUnavailable);
        if (accepted.Differs)
            return Problem(Intake.OtherBody, statusCode: StatusCodes.Status422UnprocessableEntity);
        var confirmation = await TryFind(accepted);
        var answer = LeadJson.Of(accepted, form, confirmation, submission.Ignored, Request);
        Response.Headers.Location = $"{Request.PathBase}/api/leads/{accepted.Receipt}";
        return new ContentResult { Content = answer, ContentType = "application/json", StatusCode = accepted.IsNew ? 201 : 200 };
    }

    /// The lead is stored: whatever fails from here on, the answer says so, or it would be sent again.
    private async Task<Confirmation?> TryFind(Accepted accepted)
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
            Title = "Some answers need a correction",
            Status = StatusCodes.Status422UnprocessableEntity,
        });
    }

    [LoggerMessage(LogLevel.Warning, "Lead {LeadId} is stored, but could not be read back for the answer")]
    private partial void NotReadBack(Exception fault, Guid leadId);
}
