using LeadCapture.BrowserTests.Support;
using LeadCapture.Forms;
using LeadCapture.Leads;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ZXing;
using ZXing.Common;
using ZXing.QrCode;
using static Microsoft.Playwright.Assertions;

namespace LeadCapture.BrowserTests;

/// What a form's page offers to copy is copied, put where it belongs, and sends a lead from there.
public class ShareJourney(Chromium chromium) : Journey(chromium)
{
    private const string Share = "/admin/forms/landing-page/share";

    [Fact]
    public async Task A_text_is_copied_by_its_button()
    {
        var page = await SignedIn();
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var sheet = await page.Opens(Share);

        var button = sheet.GetByRole(AriaRole.Button, new() { Name = "Copy: With script", Exact = true });
        await button.ClickAsync();

        await Expect(button).ToHaveTextAsync("Copied");
        await Expect(sheet.Locator("#copied")).ToHaveTextAsync("Copied");
        Assert.Equal(await TextOf(page, "embed"), await page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        await Expect(button).ToHaveTextAsync("Copy");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_code_follows_what_is_chosen(bool script)
    {
        var page = await SignedIn(script);
        var sheet = await page.Opens(Share);

        await sheet.GetByRole(AriaRole.Radio, new() { Name = "Your own link" }).CheckAsync();
        await sheet.GetByRole(AriaRole.Checkbox, new() { Name = "Remember the first touch" }).CheckAsync();
        await sheet.GetByRole(AriaRole.Checkbox, new() { Name = "Tell a tag manager" }).CheckAsync();
        if (!script)
            await sheet.Press("Update code");

        await Expect(page.Locator("#embed")).ToHaveValueAsync(
            $"<script src=\"{App.Address}embed.js\" data-form=\"landing-page\" data-mode=\"popup\" data-first-touch data-datalayer async></script>\n"
            + "<a href=\"#leadcapture-landing-page\">Get in touch</a>");
        await sheet.GetByRole(AriaRole.Link, new() { Name = "Open test page" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Get in touch" }).Last).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("embed")]
    [InlineData("frame")]
    public async Task A_form_in_a_page_of_another_site_is_sent_from_there(string text)
    {
        await using var site = await HostSite.Start(await Copied(text));
        var visitor = await Visitor(script: text == "embed");
        await visitor.GotoAsync(site.Address + "/offer");

        var form = visitor.Sheet(frame: 0);
        await form.Types("Work email", "ann@example.com");
        await form.Sends();

        await form.IsConfirmed();
        Assert.Equal("Embed", (await Lead()).Channel);
    }

    [Fact]
    public async Task A_plain_form_in_a_page_of_another_site_leads_to_the_confirmation()
    {
        await using var site = await HostSite.Start(await Copied("html"));
        var visitor = await Visitor(script: false);
        await visitor.GotoAsync(site.Address);
        var sheet = visitor.Sheet();

        await sheet.GetByLabel("Work email").FillAsync("ann@example.com");
        await sheet.GetByLabel("How can we help?").FillAsync("Call me");
        await sheet.GetByLabel("Send me news and offers.").CheckAsync();
        await sheet.Button("Contact me").ClickAsync();

        await sheet.IsConfirmed();
        var answers = SubmittedAnswers.Parse((await Lead()).AnswersJson);
        Assert.Equal(["message: Call me", "consent: yes"], answers.CustomFields.Select(field => $"{field.Key}: {field.Value}"));
    }

    [Fact]
    public async Task A_plain_form_asks_for_every_kind_of_field_whatever_it_is_called()
    {
        await App.Publishes("landing-page", OddForms.Odd);
        await using var site = await HostSite.Start(await Copied("html"));
        var visitor = await Visitor(script: false);
        await visitor.GotoAsync(site.Address);
        var sheet = visitor.Sheet();

        await sheet.GetByLabel("Email address").FillAsync("ann@example.com");
        foreach (var (kind, value) in ((string, string)[])[("text", "x"), ("email", "ben@example.com"), ("phone", "+14155550123"),
            ("url", "https://www.example.com"), ("longText", "y"), ("number", "7"), ("date", "2026-03-31"), ("country", "Spain"),
            ("timeZone", "Europe/Madrid")])
            await sheet.GetByLabel($"Kind’s <{kind}> & 'label'").FillAsync(value);
        await sheet.GetByLabel("Kind’s <select> & 'label'").SelectOptionAsync("Now </label>");
        await sheet.GetByLabel("Kind’s <consent> & 'label'").CheckAsync();
        foreach (var (kind, option) in ((string, string)[])[("radio", "Now </label>"), ("checkboxes", "Later"), ("rating", "4"), ("yesNo", "No")])
            await sheet.GetByRole(AriaRole.Group, new() { Name = $"Kind’s <{kind}> & 'label'" }).GetByLabel(option, new() { Exact = true }).CheckAsync();
        await sheet.Button("Go </button>").ClickAsync();

        await sheet.IsConfirmed();
        Assert.Equal(15, SubmittedAnswers.Parse((await Lead()).AnswersJson).CustomFields.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_script_of_a_listed_site_sends_a_lead(bool odd)
    {
        await using var site = await HostSite.Start("");
        await App.Publishes("landing-page", form => (odd ? OddForms.Odd(form) : form) with { Sites = [site.Address] });
        var text = await Copied("fetch");
        var visitor = await Visitor();
        await visitor.GotoAsync(site.Address);

        await visitor.AddScriptTagAsync(new() { Type = "module", Content = text + "\ndocument.title = answer.leadId;" });

        await TestApp.Eventually(() => App.Query(db => db.Leads.AnyAsync()), "a lead of the script");
        await Expect(visitor).ToHaveTitleAsync((await Lead()).Id.ToString());
        Assert.Equal("Api", (await Lead()).Channel);
    }

    [Fact]
    public async Task A_link_that_was_made_fills_in_the_form_and_its_picture_leads_there()
    {
        var page = await SignedIn();
        var sheet = await page.Opens(Share);
        await sheet.GetByLabel("Company", new() { Exact = true }).FillAsync("Sun & Sons");
        await sheet.GetByLabel("utm_campaign", new() { Exact = true }).FillAsync("spring");
        await sheet.Press("Create link");
        var link = await TextOf(page, "prefilled");

        var visitor = await Visitor(script: false);
        await visitor.GotoAsync(link);

        await Expect(visitor.Sheet().Field("Company")).ToHaveValueAsync("Sun & Sons");
        var address = await TextOf(page, "link");
        foreach (var picture in (string[])["qr.svg", "qr.png"])
            Assert.Equal(address, await Reads(page, $"{Share}/{picture}"));
    }

    [Fact]
    public async Task The_poster_is_one_sheet_whose_picture_leads_to_the_form()
    {
        await App.Publishes("landing-page", form => form with { Title = new string('W', 120), Intro = string.Concat(Enumerable.Repeat("Long words ", 180)) });
        var page = await SignedIn();
        await page.Opens("/admin/forms/landing-page/poster");
        await page.Looks("poster");

        var picture = await page.ScreenshotAsync(new() { FullPage = true });
        var sheet = await page.PdfAsync(new() { PreferCSSPageSize = true });

        Assert.Equal(App.Address + "f/landing-page", await Reads(page, "data:image/png;base64," + Convert.ToBase64String(picture)));
        Assert.Matches(@"/Count 1\b", System.Text.Encoding.Latin1.GetString(sheet));
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Print" })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task The_test_page_shows_the_form_as_another_site_does(bool script, bool listed)
    {
        if (listed)
            await App.Publishes("landing-page", form => form with { Sites = ["https://www.example.com"] });
        var page = await SignedIn(script);
        await page.Opens("/admin/forms/landing-page/test");

        var form = page.Sheet(frame: 0);
        await form.Types("Work email", "ann@example.com");
        await form.Sends();

        await form.IsConfirmed();
    }

    [Fact]
    public async Task The_pages_are_good_to_use()
    {
        var page = await SignedIn();
        foreach (var path in (string[])["share", "test", "test?mode=button"])
        {
            await page.Opens("/admin/forms/landing-page/" + path);
            await page.Looks("form-" + path.Split('?')[0] + (path.Contains('?', StringComparison.Ordinal) ? "-button" : ""));
        }
        await page.Opens(Share);
        await page.Sheet().Press("Create link");
        await page.Looks("form-share-link");
    }

    private async Task<IPage> SignedIn(bool script = true)
    {
        await App.Adds(Role.Viewer);
        var page = await Visitor(script);
        await page.SignsIn(Users.EmailOf(Role.Viewer));
        await page.Sheet().Shows("Dashboard");
        return page;
    }

    private async Task<string> Copied(string text)
    {
        var page = await SignedIn();
        await page.Opens(Share);
        return await TextOf(page, text);
    }

    private Task<Lead> Lead() => App.Query(db => db.Leads.AsNoTracking().SingleAsync());

    private static Task<string> TextOf(IPage page, string id) => page.Locator("#" + id).InputValueAsync();

    /// As a camera does: from what the browser shows of the picture.
    private static async Task<string?> Reads(IPage page, string picture)
    {
        var pixels = await page.EvaluateAsync<Pixels>(
            """
            async (source) => {
              const image = Object.assign(new Image(), { src: source });
              await image.decode();
              const [width, height] = [Math.max(image.width, 600), Math.max(image.height, 600)];
              const area = Object.assign(document.createElement("canvas"), { width, height }).getContext("2d");
              area.drawImage(image, 0, 0, width, height);
              const { data } = area.getImageData(0, 0, width, height);
              let text = "";
              for (let i = 0; i < data.length; i += 4) text += String.fromCharCode(data[i + 1]);
              return { width, height, gray: btoa(text) };
            }
            """, picture);
        var light = new RGBLuminanceSource(Convert.FromBase64String(pixels.Gray), pixels.Width, pixels.Height, RGBLuminanceSource.BitmapFormat.Gray8);
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(light)),
            new Dictionary<DecodeHintType, object> { [DecodeHintType.TRY_HARDER] = true })?.Text;
    }

    private sealed record Pixels
    {
        public int Width { get; init; }
        public int Height { get; init; }
        public string Gray { get; init; } = "";
    }
}
