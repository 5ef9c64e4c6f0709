using System.Text.Encodings.Web;
using AngleSharp.Html.Parser;
using LeadCapture.Forms;
using LeadCapture.Shared;
using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Forms;

/// The few marks of a form's texts, and that nothing else ever becomes markup.
public class SmallMarkdownTests
{
    private const string Link = " target=\"_blank\" rel=\"noopener\"";

    [Theory]
    [InlineData("Plain words", "Plain words")]
    [InlineData("a *b* c", "a <em>b</em> c")]
    [InlineData("**a** b", "<strong>a</strong> b")]
    [InlineData("***a***", "<strong><em>a</em></strong>")]
    [InlineData("**a *b* c**", "<strong>a <em>b</em> c</strong>")]
    [InlineData("*a **b** c*", "<em>a <strong>b</strong> c</em>")]
    [InlineData("one\ntwo\r\nthree", "one<br>two<br>three")]
    [InlineData("[a](https://example.com/b?c=1&d=2)", "<a href=\"https://example.com/b?c=1&amp;d=2\"" + Link + ">a</a>")]
    [InlineData("[a *b*](mailto:ann@example.com)", "<a href=\"mailto:ann@example.com\"" + Link + ">a <em>b</em></a>")]
    [InlineData("**[a](http://example.com)**", "<strong><a href=\"http://example.com\"" + Link + ">a</a></strong>")]
    [InlineData(@"\*a\* \[b\]\(c\)", "*a* [b](c)")]
    [InlineData("2 * 3 * 4", "2 * 3 * 4")]
    [InlineData("* a", "* a")]
    [InlineData("**a", "**a")]
    [InlineData("a*", "a*")]
    [InlineData("[a](https://example.com", "[a](https://example.com")]
    [InlineData("[a] (https://example.com)", "[a] (https://example.com)")]
    [InlineData("[](https://example.com)", "[](https://example.com)")]
    [InlineData("snake_case_name", "snake_case_name")]
    [InlineData("# a\n- b", "# a<br>- b")]
    public void Marks_are_read(string text, string html) => Assert.Equal(html, Html(text));

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert`1`)")]
    [InlineData("[x](java\tscript:alert(1))")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[x](vbscript:msgbox)")]
    [InlineData("[x](//evil.example)")]
    [InlineData("[x](/admin)")]
    [InlineData("[x](https://)")]
    [InlineData("[x](https://a\"onclick=\"alert(1))")]
    [InlineData("[x](https://a' onmouseover='alert(1))")]
    [InlineData("[x](https://a>\"<script>alert(1)</script>)")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("**<b onclick=alert(1)>x</b>**")]
    [InlineData("[<img src=x onerror=alert(1)>](https://example.com)")]
    [InlineData("[[x](https://example.com)](javascript:alert(1))")]
    [InlineData("[x](https://example.com)](javascript:alert(1))")]
    [InlineData("*[x*](https://example.com)*")]
    [InlineData("![x](https://example.com/x.png)")]
    [InlineData("[x]: javascript:alert(1)")]
    [InlineData("<https://example.com>")]
    [InlineData("&lt;script&gt;")]
    [InlineData("\0\u202E*x*")]
    public void Nothing_else_becomes_markup(string text)
    {
        var body = new HtmlParser().ParseDocument("<p>" + Html(text) + "</p>").Body!;

        Assert.All(body.QuerySelectorAll("p *"), element => Assert.Contains(element.LocalName, (string[])["a", "em", "strong", "br"]));
        Assert.All(body.QuerySelectorAll("p *").SelectMany(element => element.Attributes),
            attribute => Assert.Contains(attribute.Name, (string[])["href", "target", "rel"]));
        Assert.All(body.QuerySelectorAll("a"), link => Assert.StartsWith("https://example.com", link.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Single(body.Children);
    }

    [Theory]
    [InlineData("a **b *c*** [d](https://example.com)\ne", "a b c d e")]
    [InlineData("[x](javascript:alert)", "[x](javascript:alert)")]
    public void Programs_get_the_words_alone(string text, string words) => Assert.Equal(words, SmallMarkdown.Plain(text));

    [Theory]
    [InlineData("*Ann* [x](https://evil.example)")]
    [InlineData(@"\*Ann\\ \[x\](https://evil.example)")]
    [InlineData("O'Hara & Sons <b>")]
    public void What_is_escaped_is_text(string text) => Assert.Equal(text, SmallMarkdown.Plain(SmallMarkdown.Escape(text)));

    [Fact]
    public void A_text_that_never_ends_is_read_all_the_same()
    {
        foreach (var piece in new[] { "*", "**", "[", "[a](", "*a", "**a *b ", "\\", "[a](https://a.example) *" })
            Assert.NotEmpty(Html(string.Concat(Enumerable.Repeat(piece, 2000 / piece.Length))));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("/embed", true)]
    [InlineData("/booth", false)]
    public async Task Texts_of_a_form_have_marks_and_a_booth_has_no_links(string shape, bool links)
    {
        await using var app = await TestApp.Start();
        await app.Publishes("landing-page", form => (form with { Intro = "See [the **terms**](https://example.com/terms)" })
            .Map(field => field.Property == "email" ? field with { Hint = "*No* spam, [promised](https://example.com/spam)" }
                : field.Key == "consent" ? field with { Label = "I agree to the [privacy notice](https://example.com/privacy)" }
                : field));

        var page = await app.Opens("/f/landing-page" + shape);

        string[] addresses = ["https://example.com/terms", "https://example.com/spam", "https://example.com/privacy"];
        Assert.Equal(links ? addresses : [], page.Main.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!));
        Assert.Equal("terms", page.Main.QuerySelector(".lead strong")!.TextContent);
        Assert.Equal("No", page.Main.QuerySelector(".form-text em")!.TextContent);
        Assert.Equal(!links, page.Main.TextContent.Contains("privacy notice (https://example.com/privacy)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Programs_and_summaries_read_words()
    {
        await using var app = await TestApp.Start();
        await app.Publishes("landing-page", form => (form with { Intro = "**Hi** [you](https://example.com)" })
            .Map(field => field.Key == "consent" ? field with { Label = "I agree to [that](https://example.com)", Hint = "*h*" } : field));

        var described = await app.Asks("/api/forms/landing-page");
        var thanks = await app.IsThanked("/f/landing-page", [Visits.Email, .. Visits.Consent]);
        var start = await app.Opens("/");

        Assert.Equal("Hi you", described["intro"]);
        Assert.DoesNotContain("https://example.com", described.Source, StringComparison.Ordinal);
        Assert.Equal("Yes", thanks.Fact("I agree to that"));
        Assert.Contains("Hi you", start.Main.TextContent, StringComparison.Ordinal);
    }

    private static string Html(string text)
    {
        using var writer = new StringWriter();
        FormShape.Page.Marked(text).WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
