using LeadCapture.Forms.Fields;
using LeadCapture.Forms;
using LeadCapture.Submissions;
using Microsoft.AspNetCore.Mvc;

namespace LeadCapture.Pages;

/// The hint about a phone number, while the form is still being filled in. Posted, because a number has no place in an address.
[ApiController]
public sealed class PhoneAdviceController(PostLimit limit) : ControllerBase
{
    private const int Longest = 50;

    [HttpPost("/api/phone-advice")]
    [ResponseCache(NoStore = true)]
    public IActionResult Create([FromForm] string phone = "")
    {
        if (limit.AllowsAdvice(HttpContext.Connection.RemoteIpAddress))
            return Ok(new { Advice = phone.Length > Longest ? null : PhoneAdvice.Of(InputNormalizer.Clean(phone)) });
        Response.Headers.RetryAfter = PostLimit.RetryAfter;
        return StatusCode(StatusCodes.Status429TooManyRequests);
    }
}
