using System.Net.Http.Headers;
using System.Text.Json;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Web;

public class CompressionTests
{
    /// In bytes as they travel, with style sheets and scripts.
    [Theory]
    [InlineData("/f/landing-page", "gzip", 15_000)]
    [InlineData("/f/contact", "gzip", 18_000)]
    [InlineData("/f/event-booth/booth", "gzip", 18_000)]
    [InlineData("/embed.js", "br", 2_048)]
    public async Task A_public_page_is_light(string path, string expected, int most)
    {
        await using var app = await TestApp.Start();

        var (bytes, encoding) = await Weighed(app, path, expected);
        var page = await app.Opens(path);
        var files = page.Html.QuerySelectorAll("link[rel=stylesheet], script[src]")
            .Select(file => file.GetAttribute("href") ?? file.GetAttribute("src")!).ToList();
        foreach (var file in files)
            bytes += (await Weighed(app, file)).Bytes;

        Assert.Equal(expected, encoding);
        Assert.InRange(bytes, 1, most);
    }

    /// All that its worker keeps before a tablet may lose its connection, and the worker itself.
    [Fact]
    public async Task The_first_load_of_the_app_of_tablets_is_light()
    {
        await using var app = await TestApp.Start();
        var worker = await app.Visitor.GetStringAsync(new Uri("/booth/worker.js", UriKind.Relative), TestContext.Current.CancellationToken);
        var list = worker[(worker.IndexOf('=', StringComparison.Ordinal) + 1)..worker.IndexOf(";\n", StringComparison.Ordinal)];
        var kept = JsonElement.Parse(list).GetProperty("kept").EnumerateArray().Select(file => file.GetString()!).ToList();

        var bytes = 0;
        foreach (var file in kept.Append("/booth/worker.js"))
            bytes += (await Weighed(app, file)).Bytes;

        Assert.Contains("/booth", kept);
        Assert.InRange(bytes, 30_000, 60_000);
    }

    /// With 45 leads in it.
    [Fact]
    public async Task The_list_of_leads_is_light()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        foreach (var number in Enumerable.Range(0, 45))
            await app.Submits($"visitor{number}@example.com");

        var page = await browser.Gets("/admin/leads");
        var bytes = await browser.Weight("/admin/leads");
        foreach (var file in page.Html.QuerySelectorAll("link[rel=stylesheet], script[src]"))
            bytes += (await Weighed(app, file.GetAttribute("href") ?? file.GetAttribute("src")!)).Bytes;

        Assert.Equal(45, page.Html.QuerySelectorAll("tbody tr").Length);
        Assert.InRange(bytes, 1, 25_000);
    }

    [Theory]
    [InlineData("/admin/leads", "br")]
    [InlineData("/admin/settings", "br")]
    [InlineData("/admin/users", null)]
    [InlineData("/admin/profile/second-factor", null)]
    public async Task A_page_of_the_admin_area_travels_compressed_unless_it_shows_a_secret(string path, string? encoding)
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Owner);

        Assert.Equal((200, encoding), await browser.Encoding(path));
    }

    private static async Task<(int Bytes, string? Encoding)> Weighed(TestApp app, string path, string takes = "br")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(takes));
        using var answer = await app.Visitor.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return (body.Length, answer.Content.Headers.ContentEncoding.SingleOrDefault());
    }
}
