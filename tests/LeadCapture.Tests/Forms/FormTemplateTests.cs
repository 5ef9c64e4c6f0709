using System.IO.Compression;
using System.Text.RegularExpressions;
using LeadCapture.Forms.Fields;
using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Forms;

/// The page of a form is rendered once for all visitors: nobody sees of another how they came, or shares their ids.
public partial class FormTemplateTests
{
    private const string Link = "?utm_source=%22%3E%3Cscript%3E&utm_campaign=spring";

    private static CancellationToken Aborted => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/f/contact")]
    [InlineData("/f/landing-page/embed")]
    [InlineData("/f/event-booth/booth")]
    public async Task Pages_of_two_visitors_differ_in_ids_and_stamp_alone(string path)
    {
        await using var app = await TestApp.Start();

        string[] pages = [await app.Reads(path), await app.Reads(path), await app.Reads(path)];

        Assert.Equal(3, pages.Distinct().Count());
        Assert.Single(pages.Select(page => OwnValues().Replace(page, "")).Distinct());
        Assert.Equal(3, pages.Select(page => SubmissionId().Match(page).Groups[1].Value).Where(id => id.Length == 32).Distinct().Count());
    }

    [Fact]
    public async Task A_link_says_on_its_own_page_alone_where_a_visitor_came_from()
    {
        await using var app = await TestApp.Start();
        await app.Reads("/f/landing-page" + Link);

        var (with, without, other) = (await app.Opens("/f/landing-page" + Link), await app.Opens("/f/landing-page"),
            await app.Opens("/f/landing-page?utm_source=ads&page=https%3A%2F%2Fwww.example.com%2Foffer"));

        Assert.Contains("script", with.Html.QuerySelector("[name=attribution]")!.GetAttribute("value"), StringComparison.Ordinal);
        Assert.Empty(with.Html.QuerySelectorAll("form script"));
        Assert.Null(without.Html.QuerySelector("[name=attribution]"));
        Assert.Contains("ads", other.Html.QuerySelector("[name=attribution]")!.GetAttribute("value"), StringComparison.Ordinal);
        Assert.Equal("https://www.example.com/offer", other.Html.QuerySelector("[name=page]")!.GetAttribute("value"));
        Assert.Equal("", without.Html.QuerySelector("[name=page]")!.GetAttribute("value"));
    }

    /// Inputs that nobody sees are filled in by a link; what is seen is filled in on that page alone.
    [Fact]
    public async Task What_a_link_fills_in_stands_on_its_own_page_alone()
    {
        await using var app = await TestApp.Start();
        await app.Publishes("landing-page", form => form
            .And(new() { Key = "ad", Label = "Ad", Kind = FieldKinds.Hidden, Parameter = "ad", Default = "none" })
            .And(new() { Key = "term", Label = "Term", Kind = FieldKinds.Hidden, Parameter = "term" }));

        foreach (var (link, ad, term, email) in ((string, string, string, string)[])
            [("", "none", "", ""), ("?ad=x", "x", "", ""), ("?term=%22%3E%3Cb%3E&ad=y", "y", "\"><b>", ""), ("?ad=none", "none", "", ""),
                ("?ad=z&email=ann%40example.com", "z", "", "ann@example.com"), ("", "none", "", "")])
        {
            var page = await app.Opens("/f/landing-page" + link);
            Assert.Equal((ad, term, email), (ValueOf("ad"), ValueOf("term"), page.Html.QuerySelector("[name=email]")!.GetAttribute("value") ?? ""));

            string? ValueOf(string key) =>
                page.Html.QuerySelector($"[name$='.key'][value={key}]")!.NextElementSibling!.GetAttribute("value");
        }
    }

    [Theory]
    [InlineData("gzip", true)]
    [InlineData("br, gzip;q=0.5", true)]
    [InlineData("gzip;q=0", false)]
    [InlineData("identity", false)]
    public async Task Whoever_takes_it_gets_it_compressed_and_it_says_the_same(string takes, bool packed)
    {
        await using var app = await TestApp.Start();
        var plain = await app.Reads("/f/contact");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/f/contact", UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Accept-Encoding", takes);

        using var answer = await app.Visitor.SendAsync(request, Aborted);

        Assert.Equal(packed ? ["gzip"] : [], answer.Content.Headers.ContentEncoding);
        Assert.Equal(["Accept-Encoding"], answer.Headers.Vary);
        var body = await answer.Content.ReadAsByteArrayAsync(Aborted);
        Assert.Equal(answer.Content.Headers.ContentLength, body.Length);
        await using var bytes = new MemoryStream(body);
        using var text = new StreamReader(packed ? new GZipStream(bytes, CompressionMode.Decompress) : bytes);
        Assert.Equal(OwnValues().Replace(plain, ""), OwnValues().Replace(await text.ReadToEndAsync(Aborted), ""));
    }

    [GeneratedRegex("(?<=name=\"(submissionId|stamp)\" value=\")[^\"]*")]
    private static partial Regex OwnValues();

    [GeneratedRegex("name=\"submissionId\" value=\"([^\"]*)")]
    private static partial Regex SubmissionId();
}
