using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace LeadCapture.Pages;

/// The description of the API for programs: a file kept by hand, because there are three calls, and none of its cost is the start's.
/// A test sends its examples and compares the answers.
public sealed class OpenApiController : ControllerBase
{
    /// In the place of the address that people use.
    private const string Sample = "https://leads.example.com";

    [HttpGet("/api/openapi.json")]
    [ResponseCache(Duration = 300)]
    public async Task<IActionResult> Show()
    {
        await using var file = typeof(OpenApiController).Assembly.GetManifestResourceStream("LeadCapture.Pages.openapi.json")!;
        using var reader = new StreamReader(file, Encoding.UTF8);
        var home = $"{Request.Scheme}://{Request.Host}{Request.PathBase}";
        return Content((await reader.ReadToEndAsync()).Replace(Sample, home, StringComparison.Ordinal), "application/json", Encoding.UTF8);
    }
}
