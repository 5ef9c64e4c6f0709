using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LeadCapture.Data;
using LeadCapture.Submissions;
using LeadCapture.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using NetEscapades.AspNetCore.SecurityHeaders;
using static LeadCapture.Booth.BoothText;
using ResourceAssetCollection = Microsoft.AspNetCore.Components.ResourceAssetCollection;

namespace LeadCapture.Booth;

/// The app of a paired tablet: its page, its worker, what it shows, and what it hands over.
[Route(BoothRoutes.Root)]
public sealed class BoothController(
    LeadDb db, DeviceDoor door, Uploads uploads, EarlierCaptures earlier, BoothShell shell, PostLimit limit, BoothSetups setups) : Controller
{
    /// One answer for all tablets: a worker keeps it.
    [HttpGet("", Name = BoothRoutes.App)]
    [SecurityHeadersPolicy(SecurityHeaders.Booth)]
    public IActionResult Show() => View("Show", shell.VersionOf(Assets));

    [HttpGet("worker.js")]
    public IActionResult Worker()
    {
        Response.Headers["Service-Worker-Allowed"] = Request.PathBase + BoothRoutes.Root;
        Response.Headers.CacheControl = "no-cache";
        return Content(shell.WorkerFor(Assets, Request.PathBase), "text/javascript; charset=utf-8");
    }

    [HttpGet("app.webmanifest")]
    public IActionResult Manifest() => Content(JsonSerializer.Serialize(new
    {
        name = T["LeadCapture booth"].Value,
        short_name = T["Booth"].Value,
        start_url = Request.PathBase + BoothRoutes.Root,
        scope = Request.PathBase + BoothRoutes.Root,
        display = "fullscreen",
        orientation = "any",
        background_color = "#ffffff",
        theme_color = "#ffffff",
        icons = new[] { new { src = $"{Request.PathBase}/booth.png", sizes = "512x512", type = "image/png", purpose = "any" } },
    }), "application/manifest+json; charset=utf-8");

    [HttpPost("pair")]
    public async Task<IActionResult> Pair([FromBody] PairRequest? request)
    {
        if (!limit.Allows(HttpContext.Connection.RemoteIpAddress))
            return Problem(PostLimit.Message, statusCode: StatusCodes.Status429TooManyRequests);
        if (await door.Pair(request?.Code ?? "", BrowserName.Of(Request.Headers.UserAgent.ToString())) is not var (device, token))
            return Problem(T["This code doesn’t work. Codes last 15 minutes and pair one tablet. Ask an admin for a new one."],
                statusCode: StatusCodes.Status422UnprocessableEntity);
        DeviceDoor.Remember(Response, token);
        return await Setup(device);
    }

    /// What the tablet shows, and by which keys it seals and signs.
    [HttpGet("setup")]
    public async Task<IActionResult> Setup() => await door.Recognise(Request) switch
    {
        null => Unauthorized(),
        { IsRevoked: true } => StatusCode(StatusCodes.Status403Forbidden),
        var device => await Setup(device),
    };

    /// Taken of a revoked tablet too: what it has captured was promised to somebody.
    [HttpPost("upload")]
    [RequestSizeLimit(Uploads.LongestBody)]
    public async Task<IActionResult> Take()
    {
        using var reader = new StreamReader(Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        if (Read(body) is not { } upload)
            return BadRequest();
        if (await door.Recognise(HttpContext, upload.Device, Request.Headers["Booth-Proof"].ToString(), body) is not { } device)
            return Unauthorized();
        uploads.Note(device, upload);
        await db.SaveChangesAsync();
        var taken = await uploads.Take(upload.Leads ?? [], device);
        var tag = device.IsRevoked ? "" : (await setups.Of(device, Request.PathBase))?.Tag ?? "";
        var again = await earlier.Of(device, taken);
        return Signed(new Received(taken, device.IsRevoked, tag, again), upload.Nonce ?? "", door.KeyOf(device)!);
    }

    private async Task<IActionResult> Setup(BoothDevice device)
    {
        if (await setups.Of(device, Request.PathBase) is not { } setup)
            return NotFound();
        Response.Headers.CacheControl = "no-store";
        return Json(setup);
    }

    private static Upload? Read(string body)
    {
        try
        {
            return JsonSerializer.Deserialize<Upload>(body, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// No page that a hotel's network puts in our place can sign.
    private ContentResult Signed(Received received, string nonce, byte[] key)
    {
        var body = JsonSerializer.Serialize(received, JsonSerializerOptions.Web);
        var signature = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{nonce}.{body}"));
        Response.Headers["Booth-Signature"] = WebEncoders.Base64UrlEncode(signature);
        Response.Headers.CacheControl = "no-store";
        return Content(body, "application/json; charset=utf-8");
    }

    private ResourceAssetCollection? Assets => HttpContext.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>();
}

public sealed record PairRequest(string? Code);
