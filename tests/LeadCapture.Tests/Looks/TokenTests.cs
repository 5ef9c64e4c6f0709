using LeadCapture.Forms.Themes;
using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Looks;

public class TokenTests
{
    /// The style sheets of the program say what the program works out for a form without a look.
    [Theory]
    [InlineData("/css/site.css", ":root:not(.embed)")]
    [InlineData("/css/admin.css", ":root:not(.embed,[data-bs-theme=light])")]
    public async Task The_style_sheets_have_the_colors_that_looks_derive_from(string path, string dark)
    {
        await using var app = await TestApp.Start();

        var sheet = (await app.Opens(path)).Source;

        var end = sheet.IndexOf("@media(prefers-color-scheme: dark){" + dark, StringComparison.Ordinal);
        Assert.InRange(end, 1, sheet.Length);
        Assert.Equal("", Missing(sheet[..end], Palette.Light(new())));
        Assert.Equal("", Missing(sheet[end..], Palette.Dark(new())));
    }

    private static string Missing(string sheet, Palette palette) => string.Join('\n', LookStyle.Tokens(palette)
        .Where(token => !sheet.Contains($"{token.Name}: {token.Value}", StringComparison.Ordinal))
        .Select(token => $"  {token.Name}: {token.Value};"));
}
