using System.IO.Compression;
using LeadCapture.Sandbox;
using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Forms;

/// Confirmations are rendered once for all of whom as much is known: nobody sees of another what they sent, or what became of it.
public class ConfirmationTemplateTests
{
    private static CancellationToken Aborted => TestContext.Current.CancellationToken;

    private static readonly (string, string)[] Ann =
        [("email", "ann@example.com"), ("firstName", "Ann"), ("lastName", "Lee"), ("company", "<b>A & B</b>"), ("city", "Ulm")];

    private static readonly (string, string)[] Bob =
        [("email", "bob@example.com"), ("firstName", "Bob"), ("lastName", "Ray"), ("company", "Ray's"), ("city", "Oslo")];

    [Fact]
    public async Task Everybody_sees_their_own_words()
    {
        await using var app = await TestApp.Start();

        var (ann, bob) = (await app.IsThanked("/f/contact", Ann), await app.IsThanked("/f/contact", Bob));
        var again = await app.Opens(Address(ann));

        Assert.Equal(("Ann Lee", "Bob Ray"), (Name(ann), Name(bob)));
        Assert.Equal(("<b>A & B</b>", "Ray's"), (ann.ContactFact("Company"), bob.ContactFact("Company")));
        Assert.Equal((Reference(ann), "ann@example.com"), (Reference(again), again.ContactFact("Email")));
        Assert.NotEqual(Reference(ann), Reference(bob));
        Assert.Matches(@"^\d{1,2} \w+ 20\d\d, \d\d:\d\d UTC$", bob.Html.QuerySelector("time")!.TextContent);
        Assert.DoesNotContain("Ulm", bob.Source, StringComparison.Ordinal);
        Assert.DoesNotMatch("mark[0-9a-f]{32}", ann.Source);
    }

    /// One after the other in each order, so that each is the first whose page is rendered once.
    [Theory]
    [InlineData("all", "few", "free")]
    [InlineData("few", "free", "all")]
    [InlineData("free", "all", "few")]
    public async Task Who_said_less_or_more_gets_a_page_of_their_own(params string[] order)
    {
        await using var app = await TestApp.Start();

        foreach (var visitor in order)
        {
            var page = await app.IsThanked("/f/contact", visitor switch
            {
                "all" => Ann,
                "few" => [("email", "cy@example.com")],
                _ => [.. Bob, ("customFields[0].key", "topic)(3"), ("customFields[0].value", "x")],
            });
            Assert.Equal(visitor switch { "all" => "Ulm", "few" => null, _ => "Oslo" }, page.ContactFact("City"));
            Assert.Equal(visitor == "free" ? "x" : null, page.ContactFact("topic)(3"));
            Assert.Equal(visitor == "few" ? "cy@example.com" : visitor == "all" ? "Ann Lee" : "Bob Ray", Name(page));
        }
    }

    [Fact]
    public async Task As_much_about_something_else_is_another_page()
    {
        await using var app = await TestApp.Start();

        var pages = new List<Page>();
        foreach (var field in (string[])["city", "state", "country"])
            pages.Add(await app.IsThanked("/f/contact", ("email", $"{field}@example.com"), (field, "Berlin")));

        Assert.Equal(["Berlin", null, null], pages.Select(page => page.ContactFact("City")));
        Assert.Equal([null, "Berlin", null], pages.Select(page => page.ContactFact("State or province")));
    }

    /// What is not stored, what waits and what has arrived are pages of their own, too.
    [Fact]
    public async Task How_far_it_has_come_shows_on_its_own_page_alone()
    {
        await using var app = await TestApp.Start("Reply:InlineWait=00:00:00.050");
        var ann = await app.IsThanked("/f/contact", Ann);
        app.ReplyIo.State.Play(new ScenePlan(Scene.Refuse));

        var bob = await app.Submits("bob@example.com");
        await TestApp.Eventually(async () => (await app.Opens(bob)).Delivery == "needs-attention", "refused");

        Assert.Null((await app.Opens(bob)).Html.QuerySelector("article.contact"));
        Assert.Equal(("delivered", "Ann Lee"), ((await app.Opens(Address(ann))).Delivery, Name(await app.Opens(Address(ann)))));
    }

    [Fact]
    public async Task Compressed_it_says_the_same()
    {
        await using var app = await TestApp.Start();
        var ann = await app.IsThanked("/f/contact", Ann);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Address(ann), UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip");

        using var answer = await app.Visitor.SendAsync(request, Aborted);

        Assert.Equal(["gzip"], answer.Content.Headers.ContentEncoding);
        await using var packed = new GZipStream(await answer.Content.ReadAsStreamAsync(Aborted), CompressionMode.Decompress);
        using var text = new StreamReader(packed);
        Assert.Equal(await app.Reads(Address(ann)), await text.ReadToEndAsync(Aborted));
    }

    private static string Name(Page page) => page.Html.QuerySelector("#contact-name")!.TextContent;

    private static string Address(Page page) => page.Main.GetAttribute("data-address")!;

    private static string Reference(Page page) => page.Html.QuerySelector(".reference strong")!.TextContent;
}
