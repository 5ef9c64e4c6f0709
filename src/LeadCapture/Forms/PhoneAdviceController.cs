using LeadCapture.Web;
using Microsoft.AspNetCore.Mvc;

namespace LeadCapture.Forms;

/// The hint about a phone number, while the form is still being filled in. Posted, because a number has no place in an address.
[ApiController]
public sealed class PhoneAdviceController(PostLimit limit) : ControllerBase
{
    private const int Longest = 50;

    [HttpPost("/api/phone-advice")]
    public IActionResult Create([FromForm] string phone = "")
    {
        SecurityHeaders.KeepNoCopy(HttpContext);
        return limit.AllowsAdvice(HttpContext)
            ? Ok(new { Advice = phone.Length > Longest ? null : PhoneAdvice.Of(Spelling.Clean(phone)) })
            : StatusCode(StatusCodes.Status429TooManyRequests);
    }
}
