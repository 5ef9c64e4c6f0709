using LeadCapture.Submissions;
using Microsoft.AspNetCore.Mvc;

namespace LeadCapture.Booth;

/// Takes what somebody carries from a tablet without a connection: a file, or the codes that it shows. Whoever carries it cannot read it.
public sealed class RelayController(Uploads uploads, PostLimit limit) : Controller
{
    [HttpGet("/relay", Name = BoothRoutes.Relay)]
    public IActionResult Show() => View("Relay");

    [HttpPost("/relay")]
    [RequestSizeLimit(Uploads.LongestBody)]
    public async Task<IActionResult> Take([FromBody] Relayed? relayed)
    {
        if (!limit.Allows(HttpContext.Connection.RemoteIpAddress))
            return Problem(PostLimit.Message, statusCode: StatusCodes.Status429TooManyRequests);
        if (relayed?.Leads is not { } leads)
            return BadRequest();
        var taken = await uploads.Take(leads, by: null);
        return Json(new { taken = taken.Count, refused = leads.DistinctBy(lead => lead?.Id).Count() - taken.Count });
    }
}
