using LeadCapture.Data;
using LeadCapture.Forms;
using LeadCapture.Forms.Themes;
using LeadCapture.Web;
using Microsoft.AspNetCore.Mvc;

namespace LeadCapture.Pages;

/// What a form's pages are drawn with: the style sheet of its look, and pictures. Both have a hash of what they say in their address.
[RouteValuesOnly]
public sealed class LooksController(FormCatalog forms, Looks looks, Store store) : Controller
{
    private const string ForEver = "public, max-age=31536000, immutable";

    [HttpGet("/f/{slug}/look-{hash:regex(^[[0-9a-f]]{{16}}$)}.css")]
    public async Task<IActionResult> Style(string slug, string hash)
    {
        if (await forms.Find(slug) is not { } form || await looks.Of(form.Definition.Theme) is not { } look)
            return NotFound();
        // An older page, or another node is ahead: it gets what is published here, and asks again next time.
        Response.Headers.CacheControl = hash == look.Hash ? ForEver : "no-store";
        return Content(look.Style, "text/css; charset=utf-8");
    }

    [HttpGet("/pictures/{hash:regex(^[[0-9a-f]]{{64}}$)}.{extension:regex(^(png|jpg|webp)$)}")]
    public async Task<IActionResult> Picture(string hash, string extension)
    {
        await using var reading = await store.Read();
        var found = await reading.Query("SELECT content_type, width, height, bytes FROM pictures WHERE hash = $1",
            row => (Facts: new PictureFacts(hash, row.GetString(0), row.GetInt32(1), row.GetInt32(2)),
                Bytes: row.GetFieldValue<byte[]>(3)), hash);
        if (found is not [var (facts, bytes)] || facts.Extension != extension)
            return NotFound();
        Response.Headers.CacheControl = ForEver;
        return File(bytes, facts.ContentType);
    }
}
