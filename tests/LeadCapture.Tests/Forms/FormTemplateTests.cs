using System.IO.Compression;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using LeadCapture.Forms;
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

    /// Whoever comes by a link of a mail sees the page that was rendered for the one before, with their own text in it.
    [Fact]
    public async Task Text_that_a_link_fills_in_shows_as_if_the_page_were_its_own()
    {
        await using var app = await TestApp.Start();
        await app.Publishes("landing-page", form => form
            .And(new() { Key = "day", Label = "Day", Kind = FieldKinds.Date, Parameter = "day" })
            .And(new() { Key = "wish", Label = "Wish", Kind = FieldKinds.LongText, Parameter = "wish" })
            .And(new() { Key = "seat", Label = "Seat", Kind = FieldKinds.Text, Parameter = "seat", Locked = true })
            .With(new FormSection
            {
                Collapsed = true,
                Fields = [new() { Key = "size", Label = "Size", Kind = FieldKinds.Number, Parameter = "size", Default = "3" }],
            }));

        foreach (var (link, day, type, wish, seat, size) in ((string, string, string, string, string, string)[])
            [
                ("?email=a@b.example", "", "date", "", "", "3"),
                ("?email=c@d.example&day=2027-01-02&seat=A1&size=4", "2027-01-02", "date", "", "A1", "4"),
                ("?email=c@d.example&day=someday&seat=%22%3E%3Cb%3E&size=5", "someday", "text", "", "\"><b>", "5"),
                ("?day=2027-01-03&wish=one%0Atwo%3C/textarea%3E", "2027-01-03", "date", "one\ntwo</textarea>", "", "3"),
                ("?day=never&wish=none", "never", "text", "none", "", "3"), ("", "", "date", "", "", "3"),
            ])
        {
            var page = await app.Opens("/f/landing-page" + link);
            Assert.Equal((day, type), (page.CustomValueOf("day"), InputOf("day").GetAttribute("type")));
            Assert.Equal((wish, seat, size), (page.CustomValueOf("wish"), page.CustomValueOf("seat"), page.CustomValueOf("size")));
            Assert.Equal((seat != "", size != "3"),
                (InputOf("seat").HasAttribute("readonly"), page.Html.QuerySelectorAll("details")[^1].HasAttribute("open")));
            Assert.Equal(link.Contains('@', StringComparison.Ordinal) ? link[7..].Split('&')[0] : "", page.ValueOf("email"));

            IElement InputOf(string key)
            {
                var keyName = page.Html.QuerySelector($"[value={key}]")!.GetAttribute("name")!;
                return page.Html.QuerySelector($"[name='{keyName.Replace(".key", ".value", StringComparison.Ordinal)}']")!;
            }
        }
    }

    [Fact]
    public async Task What_a_link_chooses_stands_on_its_own_page_alone()
    {
        await using var app = await TestApp.Start();
        await app.Publishes("landing-page", form => form.And(new()
        {
            Key = "plan",
            Label = "Plan",
            Kind = FieldKinds.Select,
            Options = [new("s", "Small"), new("l", "Large")],
            Parameter = "plan",
        }));

        foreach (var (link, plan) in ((string, string)[])
            [("?plan=s&email=a@b.example", "s"), ("?plan=l", "l"), ("?email=a@b.example", ""), ("?plan=x", "x")])
            Assert.Equal(plan, (await app.Opens("/f/landing-page" + link)).CustomValueOf("plan") ?? "");
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
