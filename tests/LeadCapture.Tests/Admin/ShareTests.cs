using System.Diagnostics;
using AngleSharp.Html.Dom;
using LeadCapture.Forms;
using LeadCapture.Forms.Fields;
using LeadCapture.Leads;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Admin;

/// What is copied from a form's page works as it stands. Browsers try the rest: see ShareJourney.
public class ShareTests
{
    private static readonly string[] Texts = ["link", "booth", "embed", "frame", "html", "curl", "fetch"];

    [Theory]
    [InlineData(Role.Viewer)]
    [InlineData(Role.Owner)]
    public async Task Everybody_who_is_signed_in_finds_all_ways_to_a_form(Role role)
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, role);

        var page = await browser.Gets("/admin/forms/contact/share");

        Assert.Equal((200, "Contact us"), (page.Status, page.Title));
        Assert.Equal(app.Address + "f/contact", TextOf(page, "link"));
        Assert.Equal(app.Address + "f/contact/booth", TextOf(page, "booth"));
        Assert.All(Texts, text => Assert.Contains(app.Address.ToString(), TextOf(page, text), StringComparison.Ordinal));
        Assert.Null(page.Html.QuerySelector(".gate-title"));
        foreach (var (path, type) in ((string, string)[])[("share/qr.svg", "image/svg+xml"), ("share/qr.png", "image/png"),
            ("poster", "text/html"), ("test", "text/html")])
        {
            var part = await browser.Gets("/admin/forms/contact/" + path);
            Assert.Equal((path, 200, type), (path, part.Status, part.Type));
        }
    }

    [Fact]
    public async Task Every_text_begins_with_the_address_that_people_use()
    {
        await using var app = await TestApp.Start("PublicUrl=http://leads.example.com:8443");
        using var browser = await AdminBrowser.SignedIn(app);

        var page = await browser.Gets("/admin/forms/contact/share");

        Assert.All(Texts, text => Assert.Contains("http://leads.example.com:8443/", TextOf(page, text), StringComparison.Ordinal));
        Assert.DoesNotContain(app.Address.Authority, page.Source, StringComparison.Ordinal);
        var poster = await browser.Gets("/admin/forms/contact/poster");
        Assert.Equal("leads.example.com:8443/f/contact", poster.Html.QuerySelector(".link")!.TextContent);
    }

    [Theory]
    [InlineData("contact")]
    [InlineData("event-booth")]
    [InlineData("landing-page")]
    public async Task The_call_for_a_terminal_makes_a_lead(string form)
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app);

        var answer = await Shell(TextOf(await browser.Gets($"/admin/forms/{form}/share"), "curl"));

        Assert.StartsWith("HTTP/1.1 201 Created", answer, StringComparison.Ordinal);
        await app.IsDelivered("ann@example.com");
    }

    [Fact]
    public async Task The_call_answers_every_kind_of_field_as_its_form_asks()
    {
        await using var app = await TestApp.Start();
        await app.Publishes("contact", OddForms.Odd);
        using var browser = await AdminBrowser.SignedIn(app);

        var answer = await Shell(TextOf(await browser.Gets("/admin/forms/contact/share"), "curl"));

        Assert.StartsWith("HTTP/1.1 201 Created", answer, StringComparison.Ordinal);
        var lead = await app.Query(db => db.Leads.AsNoTracking().SingleAsync());
        var keys = SubmittedAnswers.Parse(lead.AnswersJson).CustomFields.Select(field => field.Key).ToHashSet();
        Assert.All(OddForms.Odd(StarterForms.All[0].Definition).Fields.Where(field => field.Key is not null && field.Kind.IsSeen),
            field => Assert.Contains(field.Key!, keys));
    }

    [Fact]
    public async Task An_answer_that_only_its_author_knows_is_named()
    {
        await using var app = await TestApp.Start();
        await app.Publishes("contact", form => form.And(new()
        {
            Key = "code",
            Kind = FieldKinds.Text,
            Label = "Ticket number",
            Required = true,
            Pattern = "[A-Z]{3}-[0-9]{4}",
        }));
        using var browser = await AdminBrowser.SignedIn(app);

        var page = await browser.Gets("/admin/forms/contact/share");

        Assert.Contains("Replace the value of “Ticket number”", page.Html.GetElementById("curl-hint")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_fills_in_what_was_typed_for_it()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Viewer);

        var composed = await browser.Posts("/admin/forms/event-booth/share",
            ("fill.firstName", "Zoë & Max"), ("fill.interest", "warm"), ("fill.utm_source", "mail"), ("fill.company", " "));

        Assert.Equal(200, composed.Status);
        Assert.Equal("Zoë & Max", composed.ValueOf("fill.firstName"));
        var link = new Uri(TextOf(composed, "prefilled"));
        Assert.Equal("?firstName=Zo%C3%AB%20%26%20Max&interest=warm&utm_source=mail", link.Query);
        var form = await app.Opens(link.PathAndQuery);
        Assert.Equal(("Zoë & Max", "warm"), (form.ValueOf("firstName"), form.CustomValueOf("interest")));
    }

    [Fact]
    public async Task A_draft_says_that_nobody_finds_it_yet_and_offers_to_publish_it()
    {
        await using var app = await TestApp.Start();
        using var owner = await AdminBrowser.SignedIn(app);
        using var viewer = await AdminBrowser.SignedIn(app, Role.Viewer);
        await owner.Does("/admin/forms", ("template", "newsletter"), ("title", "Newsletter"));

        foreach (var path in (string[])["share", "test"])
        {
            var page = await owner.Gets("/admin/forms/newsletter/" + path);
            Assert.Equal("This form isn’t published yet", page.Html.QuerySelector(".gate-title")!.TextContent);
            Assert.NotNull(page.Html.QuerySelector(".gate a[href='/admin/forms/newsletter/publish']"));
            Assert.Null((await viewer.Gets("/admin/forms/newsletter/" + path)).Html.QuerySelector(".gate a[href$='/publish']"));
        }
        Assert.Equal(app.Address + "f/newsletter", TextOf(await owner.Gets("/admin/forms/newsletter/share"), "link"));
    }

    [Fact]
    public async Task Where_browsers_refuse_scripts_of_other_sites_the_page_says_so()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app);
        const string Here = "/admin/forms/landing-page/share";

        Assert.NotNull((await browser.Gets(Here)).Html.QuerySelector(".gate a[href='/admin/forms/landing-page/settings']"));
        await app.Publishes("landing-page", form => form with { Sites = ["https://www.example.com"] });
        var page = await browser.Gets(Here);

        Assert.Null(page.Html.QuerySelector(".gate"));
        Assert.Contains("Only these sites can show it: https://www.example.com", page.Main.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#b3261e", "#b3261e")]
    [InlineData("red\"/><script>", "#2952cc")]
    [InlineData(null, "#2952cc")]
    public async Task The_poster_has_the_accent_of_the_form(string? accent, string shown)
    {
        await using var app = await TestApp.Start();
        await app.Publishes("contact", form => form with { Theme = new() { Accent = accent } });
        using var browser = await AdminBrowser.SignedIn(app);

        var poster = await browser.Gets("/admin/forms/contact/poster");

        Assert.Equal(shown, poster.Html.QuerySelector(".band rect")!.GetAttribute("fill"));
    }

    private static string TextOf(Page page, string id) => page.Html.GetElementById(id) switch
    {
        IHtmlTextAreaElement text => text.Value,
        IHtmlInputElement text => text.Value,
        _ => throw new InvalidOperationException(id),
    };

    private static async Task<string> Shell(string text)
    {
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", text]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = await shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        return said;
    }
}
