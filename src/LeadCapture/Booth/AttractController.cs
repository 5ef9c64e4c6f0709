using LeadCapture.Data;
using LeadCapture.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace LeadCapture.Booth;

/// The pictures and videos of attract screens. A hash of what they say is their address.
[RouteValuesOnly]
public sealed class AttractController(Store store) : Controller
{
    [HttpGet(BoothRoutes.Root + "/attract/{hash:regex(^[[0-9a-f]]{{64}}$)}")]
    public async Task<IActionResult> Show(string hash)
    {
        await using var reading = await store.Read();
        var found = await reading.Query("SELECT content_type, bytes FROM attract_media WHERE hash = $1 LIMIT 1",
            row => (Type: row.GetString(0), Bytes: row.GetFieldValue<byte[]>(1)), hash);
        if (found is not [var (type, bytes)])
            return NotFound();
        Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return File(bytes, type, lastModified: null, new EntityTagHeaderValue($"\"{hash}\""), enableRangeProcessing: true);
    }
}
