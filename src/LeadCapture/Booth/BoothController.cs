using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LeadCapture.Data;
using LeadCapture.Forms;
using LeadCapture.Shared;
using LeadCapture.Submissions;
using LeadCapture.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using static LeadCapture.Booth.BoothText;
using ResourceAssetCollection = Microsoft.AspNetCore.Components.ResourceAssetCollection;

namespace LeadCapture.Booth;

/// The app of a paired tablet: its page, its worker, what it shows, and what it hands over.
[Route(BoothRoutes.Root)]
public sealed class BoothController(LeadDb db, DeviceDoor door, Uploads uploads, BoothShell shell, PostLimit limit, FormCatalog forms) : Controller
{
    /// One answer for all tablets: a worker keeps it.
    [HttpGet("", Name = BoothRoutes.App)]
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
    public async Task<IActionResult> Take([FromBody] Upload? upload)
    {
        if (await door.Recognise(Request) is not { } device)
            return Unauthorized();
        if (upload is null)
            return BadRequest();
        uploads.Note(device, upload);
        await db.SaveChangesAsync();
        var taken = await uploads.Take(upload.Leads ?? [], device);
        return Signed(new Received(taken, device.IsRevoked), upload.Nonce ?? "", door.KeyOf(device)!);
    }

    private async Task<IActionResult> Setup(BoothDevice device)
    {
        var at = await db.Events.AsNoTracking().SingleAsync(one => one.Id == device.EventId);
        var slug = await db.Forms.Where(form => form.Id == at.FormId).Select(form => form.Slug).SingleAsync();
        if (await forms.Find(slug) is not { } form)
            return NotFound();
        Response.Headers.CacheControl = "no-store";
        return Json(new
        {
            device = new { device.Id, device.Name },
            @event = new { at.Name, at.Goal },
            form = new
            {
                form.Slug,
                form.Version,
                address = Request.PathBase + FormAddress.Of(form.Slug, FormShape.Booth),
                thanks = new
                {
                    title = Placeholders.Drop(form.Definition.ThanksTitle, form.Definition),
                    text = SmallMarkdown.Plain(Placeholders.Drop(form.Definition.ThanksText, form.Definition)),
                },
            },
            keys = new { sign = WebEncoders.Base64UrlEncode(door.KeyOf(device)!), seal = at.PublicKey, sealId = EventKey.IdOf(at.PublicKey) },
            pin = StaffPin.Of(at),
        });
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
