using LeadCapture.Forms;
using LeadCapture.Settings;
using Microsoft.AspNetCore.Mvc;

namespace LeadCapture.Admin.CommandPalette;

/// Answers what somebody types to find a page. Posted: it may be a person's name, which stands in no address and no log.
[Needs(Role.Viewer)]
public sealed class PaletteController(PaletteSearch search) : AdminController
{
    private const int LongestText = 300;

    [HttpPost("/admin/palette", Name = AdminRoutes.Palette)]
    public async Task<IActionResult> Find(string text = "", CancellationToken aborted = default)
    {
        text = InputNormalizer.OneLine(InputNormalizer.Clean(text));
        return text.Length > LongestText || !InputNormalizer.IsSendable(text, lines: false)
            ? Json(Array.Empty<PaletteGroup>())
            : Json(await search.Find(text, Url, CurrentUser, aborted));
    }
}
