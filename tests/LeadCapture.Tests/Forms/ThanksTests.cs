using LeadCapture.Forms;
using LeadCapture.Forms.Fields;
using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Forms;

/// What a visitor is thanked with, and where they are led.
public class ThanksTests
{
    private const string Form = "/f/landing-page";

    [Theory]
    [InlineData("Thank you, {firstName}!", "Ann", "Thank you, Ann!")]
    [InlineData("Thank you, {firstName}!", "", "Thank you!")]
    [InlineData("Thank you {firstName}. Bye", "", "Thank you. Bye")]
    [InlineData("{firstName}, thank you", "Ann", "Ann, thank you")]
    [InlineData("{firstName}, thank you", "", "Thank you")]
    [InlineData("{firstName} {lastName}: done", "", "Done")]
    [InlineData("Hello {FIRSTNAME}", "Ann", "Hello Ann")]
    [InlineData("Hello, {firstName}, we have it", "", "Hello, we have it")]
    [InlineData("{nothing} {}, {{x}}", "Ann", "{nothing} {}, {{x}}")]
    [InlineData("Hi {firstName}", "{email} <b>*x*</b>", "Hi {email} <b>*x*</b>")]
    public async Task A_title_takes_answers(string title, string name, string shown)
    {
        await using var app = await TestApp.Start();
        await app.Publishes("landing-page", form => (form with { ThanksTitle = title, ThanksText = title })
            .And(new() { Key = "Interest", Kind = FieldKinds.Text, Label = "Interest" }));

        var thanks = await app.IsThanked(Form, Visits.Email, ("firstName", name));

        Assert.Equal(shown, thanks.Title);
        Assert.Equal(shown, thanks.Html.QuerySelector(".thanks .lead")!.TextContent);
        Assert.Empty(thanks.Html.QuerySelectorAll(".thanks b, .thanks em, .thanks a"));
    }

    [Fact]
    public async Task An_answer_is_shown_in_words_and_never_a_mark_or_part_of_a_link()
    {
        await using var app = await TestApp.Start();
        await app.Publishes("landing-page", form => (form with
        {
            ThanksText = "**{firstName}**, you chose *{Interest}*. [More](https://example.com/?name={firstName})",
        }).And(new() { Key = "Interest", Kind = FieldKinds.Select, Label = "Interest", Options = [new("hot", "As soon as possible")] }));

        var page = await app.Opens(Form);
        var thanks = await app.IsThanked(Form, Visits.Email, ("firstName", "[x](https://evil.example)"),
            ("customFields[0].key", "Interest"), ("customFields[0].value", "hot"));

        Assert.Equal(200, page.Status);
        var lead = thanks.Html.QuerySelector(".thanks .lead")!;
        Assert.Equal(("[x](https://evil.example)", "As soon as possible"),
            (lead.QuerySelector("strong")!.TextContent, lead.QuerySelector("em")!.TextContent));
        Assert.Empty(lead.QuerySelectorAll("a"));
        Assert.Contains("?name={firstName}", lead.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_title_of_the_window_says_nothing_of_the_visitor()
    {
        await using var app = await TestApp.Start();
        await app.Publishes("landing-page", form => form with { ThanksTitle = "Thank you, {firstName}!" });

        var thanks = await app.IsThanked(Form, Visits.Email, ("firstName", "Ann"));

        Assert.Equal(("Thank you!", "Thank you, Ann!"), (thanks.Html.Title, thanks.Title));
    }

    [Fact]
    public async Task A_visitor_is_led_on_without_anything_of_theirs()
    {
        await using var app = await TestApp.Start();
        await app.Publishes("landing-page", form => form with { Sites = ["https://*.example.com"], Redirect = "https://www.example.com/thanks?from=form" });

        var form = await app.Opens(Form);
        var page = await app.Sends(Form, Visits.Email);
        var embed = await app.Sends(Form + "/embed", Visits.Email);
        var booth = await app.Sends(Form + "/booth", Visits.Email);
        var lead = await app.Creates("""{"email":"bob@example.com"}""", "landing-page");

        Assert.Equal((303, "https://www.example.com/thanks?from=form"), (page.Status, page.To));
        Assert.StartsWith(Form + "/embed/confirmation/", embed.To, StringComparison.Ordinal);
        Assert.StartsWith(Form + "/booth/confirmation/", booth.To, StringComparison.Ordinal);
        Assert.Contains("/f/landing-page/confirmation/", lead["confirmationUrl"], StringComparison.Ordinal);
        // Browsers ask the policy of the page where an answer to its form may lead.
        Assert.Contains("form-action 'self' https://*.example.com", Policy(form), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", Policy(form), StringComparison.Ordinal);
        Assert.DoesNotContain("example.com", Policy(await app.Opens("/f/contact")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("https://www.example.com.evil.example/")]
    [InlineData("https://www.example.com@evil.example/")]
    [InlineData("https://evil.example/#https://www.example.com")]
    [InlineData("http://www.example.com/")]
    [InlineData("https://www.example.com:8443/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("//www.example.com/thanks")]
    [InlineData("/thanks")]
    [InlineData("https://example.com/")]
    public async Task An_address_of_no_site_of_the_form_is_refused_and_leads_nowhere(string address)
    {
        await using var app = await TestApp.Start();
        FormDefinition changed = null!;
        await app.Publishes("landing-page", form => changed = form with { Sites = ["https://www.example.com", "https://*.example.org"], Redirect = address });

        var sent = await app.Sends(Form, Visits.Email);

        Assert.Equal("redirect", Assert.Single(FormDefinitionRules.ProblemsOf(changed)).Place);
        Assert.StartsWith(Form + "/confirmation/", sent.To, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_notices_of_a_form_stand_on_each_of_its_pages()
    {
        await using var app = await TestApp.Start();
        await app.Publishes("landing-page", form => form with
        {
            PrivacyNotice = "https://example.com/privacy",
            Imprint = "https://example.com/imprint",
        });

        foreach (var shape in new[] { "", "/embed", "/booth" })
        {
            Page[] pages = [await app.Opens(Form + shape), await app.Sends(Form + shape), await app.IsThanked(Form + shape, Visits.Email)];
            Assert.All(pages, page =>
            {
                string[] shown = shape == "/booth" ? ["Privacy notice: https://example.com/privacy", "Imprint: https://example.com/imprint"]
                    : ["Privacy notice", "Imprint"];
                Assert.Equal(shown, page.Html.QuerySelectorAll(".form-links li").Select(line => line.TextContent.Trim()));
                Assert.Equal(shape == "/booth" ? [] : ["https://example.com/privacy", "https://example.com/imprint"],
                    page.Html.QuerySelectorAll(".form-links a").Select(link => link.GetAttribute("href")!));
            });
        }
        Assert.Empty((await app.Opens("/f/contact")).Html.QuerySelectorAll(".form-links"));
    }

    [Fact]
    public async Task A_form_without_notices_of_its_own_shows_those_of_the_installation()
    {
        await using var app = await TestApp.Start("PrivacyNotice=https://example.com/all/privacy", "Imprint=https://example.com/all/imprint");
        await app.Publishes("landing-page", form => form with { PrivacyNotice = "https://example.com/own/privacy" });

        var own = await app.Opens(Form);
        var other = await app.Opens("/f/contact");

        Assert.Equal(["https://example.com/own/privacy", "https://example.com/all/imprint"], Links(own));
        Assert.Equal(["https://example.com/all/privacy", "https://example.com/all/imprint"], Links(other));

        static IEnumerable<string?> Links(Page page) =>
            page.Html.QuerySelectorAll(".form-links a").Select(link => link.GetAttribute("href"));
    }

    private static string Policy(Page page) => page.Headers.GetValues("Content-Security-Policy").Single();
}
