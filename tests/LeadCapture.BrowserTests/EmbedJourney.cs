using System.Text.Json.Nodes;
using LeadCapture.BrowserTests.Support;
using LeadCapture.Leads;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadCapture.BrowserTests;

public class EmbedJourney(Chromium chromium) : Journey(chromium)
{
    private const string Listens =
        """
        <script>
          window.heard = [];
          addEventListener("leadcapture:submitted", (event) => heard.push(event.detail.form));
        </script>
        """;

    [Fact]
    public async Task Two_forms_on_a_page_of_another_site_grow_with_what_they_show_and_send()
    {
        var snippet = $"<script src=\"{App.Address}embed.js\" data-form=\"landing-page\"></script>";
        await using var site = await HostSite.Start(Listens + snippet + "<p>Or here:</p>" + snippet);
        var page = await Visitor();
        await page.GotoAsync(site.Address + "/spring?utm_source=newsletter&utm_campaign=spring%20sale&session=secret#top");
        await Expect(page.Locator("iframe")).ToHaveCountAsync(2);

        await SendsOnTheSecondTry(page, 0, "ann@example.com");
        Assert.Equal(["landing-page"], await page.EvaluateAsync<string[]>("heard"));
        await page.Locator("iframe").Nth(1).ScrollIntoViewIfNeededAsync();
        await SendsOnTheSecondTry(page, 1, "bob@example.com");
        Assert.Equal(["landing-page", "landing-page"], await page.EvaluateAsync<string[]>("heard"));

        var leads = await App.Query(db => db.Leads.AsNoTracking().OrderBy(lead => lead.ReceivedAt).ToListAsync());
        Assert.Equal(["ann@example.com", "bob@example.com"], leads.Select(lead => lead.Email));
        var from = site.Address + "/spring?utm_source=newsletter";
        Assert.All(leads, lead => Assert.StartsWith(from, lead.Page, StringComparison.Ordinal));
        Assert.All(App.ReplyIo.State.Contacts, contact =>
        {
            Assert.Equal("newsletter", CustomField(contact.Json, "utm_source"));
            Assert.Equal("spring sale", CustomField(contact.Json, "utm_campaign"));
        });
        Assert.Empty(await page.Context.CookiesAsync());
    }

    [Fact]
    public async Task A_page_with_a_long_address_shows_the_form_all_the_same()
    {
        await using var site = await HostSite.Start($"<script src=\"{App.Address}embed.js\" data-form=\"landing-page\"></script>");
        var page = await Visitor();
        var words = string.Concat(Enumerable.Repeat("%C3%BC", 1000));
        await page.GotoAsync($"{site.Address}/spring?utm_source=news&utm_term={words[..3000]}&gclid={words[..4500]}");

        var form = page.Sheet(frame: 0);
        await form.Types("Work email", "ann@example.com");
        await form.Sends();
        await App.IsDelivered("ann@example.com");

        var lead = await App.Query(db => db.Leads.AsNoTracking().SingleAsync());
        Assert.StartsWith(site.Address + "/spring?utm_source=news", lead.Page, StringComparison.Ordinal);
        var contact = Assert.Single(App.ReplyIo.State.Contacts);
        Assert.Equal("news", CustomField(contact.Json, "utm_source"));
        Assert.Equal(new string('ü', 200), CustomField(contact.Json, "utm_term"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_plain_frame_needs_no_script_of_ours(bool script)
    {
        await using var site = await HostSite.Start(
            $"<iframe src=\"{App.Address}f/landing-page/embed?utm_source=plain\" height=\"900\" title=\"Form\"></iframe>");
        var page = await Visitor(script);
        await page.GotoAsync(site.Address);

        var form = page.Sheet(frame: 0);
        await form.Types("Work email", "ann@example.com");
        await form.GetByRole(AriaRole.Checkbox).CheckAsync();
        await form.Sends();

        await form.IsConfirmed();
        Assert.Equal("plain", CustomField(App.ReplyIo.State.Contacts.Single().Json, "utm_source"));
    }

    [Theory]
    [InlineData("/f/contact")]
    [InlineData("/f/contact/booth")]
    [InlineData("/")]
    public async Task Other_pages_refuse_to_be_framed(string path)
    {
        Expected.Add("frame-ancestors 'none'");
        await using var site = await HostSite.Start($"<iframe src=\"{App.Address}{path[1..]}\" title=\"Form\"></iframe>");
        var page = await Visitor();
        var refused = page.WaitForConsoleMessageAsync(new() { Predicate = message => message.Text.Contains("frame-ancestors") });

        await page.GotoAsync(site.Address);

        await refused;
        await Expect(page.Sheet(frame: 0).MainPart()).ToHaveCountAsync(0);
    }

    private static async Task SendsOnTheSecondTry(IPage page, int number, string email)
    {
        var form = page.Sheet(number);
        await form.IsForm();
        await FrameFits(page, number);
        await form.Sends();
        await form.IsRefused();
        await FrameFits(page, number);
        await form.Types("Work email", email);
        await form.GetByRole(AriaRole.Checkbox).CheckAsync();
        await form.Sends();
        await form.IsConfirmed();
        await FrameFits(page, number);
    }

    /// As high as its content, to the pixel, so that nothing is cut off and nothing scrolls inside.
    private static Task FrameFits(IPage page, int number) => TestApp.Eventually(async () =>
    {
        var frame = await page.Locator("iframe").Nth(number).BoundingBoxAsync();
        var content = await page.Sheet(number).EvaluateAsync<float>("body => Math.ceil(body.getBoundingClientRect().height)");
        return frame!.Height == content;
    }, "a frame as high as its form");

    private static string CustomField(string contact, string key) => JsonNode.Parse(contact)!["customFields"]!.AsArray()
        .Where(field => (string?)field!["key"] == key).Select(field => (string)field!["value"]!).Single();
}
