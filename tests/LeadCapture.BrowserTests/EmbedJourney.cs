using System.Text.Json.Nodes;
using LeadCapture.BrowserTests.Support;
using LeadCapture.Forms;
using LeadCapture.Leads;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadCapture.BrowserTests;

/// Forms in pages of other sites: put there by a line of HTML, at home in whatever policy the page has, and honest about where their
/// visitors came from.
public class EmbedJourney(Chromium chromium) : Journey(chromium)
{
    private static readonly string[] Names = ["view", "start", "step", "submit", "delivered", "error"];

    [Fact]
    public async Task Two_forms_on_a_page_of_another_site_grow_with_what_they_show_and_send()
    {
        await using var site = await HostSite.Start(Snippet() + "<p>Or here:</p>" + Snippet("id=\"lower\""));
        var page = await Hears(await Visitor());
        await page.GotoAsync(site.Address + "/spring?utm_source=newsletter&utm_campaign=spring%20sale&session=secret#top");
        await Expect(page.Locator("iframe")).ToHaveCountAsync(2);

        await SendsOnTheSecondTry(page, 0, "ann@example.com");
        await page.Locator("iframe").Nth(1).ScrollIntoViewIfNeededAsync();
        await SendsOnTheSecondTry(page, 1, "bob@example.com");

        Assert.Equal(2, (await Heard(page)).Count(name => name == "submit landing-page inline"));
        var leads = await App.Query(db => db.Leads.AsNoTracking().OrderBy(lead => lead.ReceivedAt).ToListAsync());
        Assert.Equal(["ann@example.com", "bob@example.com"], leads.Select(lead => lead.Email));
        Assert.All(leads, lead => Assert.Equal(site.Address + "/spring?utm_source=newsletter&utm_campaign=spring+sale", lead.Page));
        Assert.All(App.ReplyIo.State.Contacts, contact =>
        {
            Assert.Equal("newsletter", CustomField(contact.Json, "utm_source"));
            Assert.Equal("spring sale", CustomField(contact.Json, "utm_campaign"));
        });
        Assert.Empty(await page.Context.CookiesAsync());
    }

    [Theory]
    [InlineData("button")]
    [InlineData("slide-in")]
    [InlineData("popup")]
    public async Task A_form_in_a_dialog_is_sent_by_keyboard_alone_under_a_strict_policy_and_without_cookies(string mode)
    {
        await using var site = await HostSite.Start(
            Snippet($"data-mode=\"{mode}\" data-label=\"Talk to us\" data-first-touch data-datalayer")
            + "<p><a href=\"#leadcapture-landing-page\">Call me back</a></p>", HostSite.PolicyFor(App.Address));
        var page = await Hears(await Visitor());
        await BlocksCookies(page);
        await page.GotoAsync(site.Address + "/welcome?utm_source=ads&fbclid=click1");
        await page.GotoAsync(site.Address + "/spring?utm_source=newsletter&utm_campaign=spring&gclid=click2&session=secret",
            new() { Referer = "https://news.example/story?reader=ann@example.com" });
        var opener = mode == "popup" ? page.GetByRole(AriaRole.Link) : page.GetByRole(AriaRole.Button, new() { Name = "Talk to us" });
        await Expect(page.Locator("dialog")).ToBeAttachedAsync();

        await opener.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Talk to us" })).ToBeVisibleAsync();
        var form = page.Sheet(frame: 0);
        await form.IsForm();
        await Expect(page.FrameLocator("iframe").Locator("html.has-script")).ToBeAttachedAsync();
        await page.IsAccessible();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Ann");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("ann@example.com");
        await page.Keyboard.PressAsync("Enter");
        await form.IsConfirmed();
        await TestApp.Eventually(async () => (await Heard(page)).Contains("delivered landing-page " + mode), "word of the delivery");
        await page.Keyboard.PressAsync("Escape");

        await Expect(page.Locator("dialog")).ToBeHiddenAsync();
        await Expect(opener).ToBeFocusedAsync();
        Assert.Equal([$"view landing-page {mode}", $"start landing-page {mode}", $"submit landing-page {mode}", $"delivered landing-page {mode}"],
            await Heard(page));
        Assert.Equal(["leadcapture:view", "leadcapture:start", "leadcapture:submit", "leadcapture:delivered"],
            await page.EvaluateAsync<string[]>("dataLayer.map((one) => one.event)"));
        Assert.Equal("newsletter", CustomField(App.ReplyIo.State.Contacts.Single().Json, "utm_source"));
        var came = Attribution.Parse((await Lead()).AttributionJson)!;
        Assert.Equal(("ads", "click1", site.Address + "/welcome?utm_source=ads&fbclid=click1"),
            (came.First!["utm_source"], came.First["fbclid"], came.First[Touch.LandingPage]));
        Assert.Equal(
            ("newsletter", "click2", "https://news.example/story", site.Address + "/spring?utm_source=newsletter&utm_campaign=spring&gclid=click2"),
            (came.Last!["utm_source"], came.Last["gclid"], came.Last[Touch.Referrer], came.Last[Touch.LandingPage]));
        Assert.Empty(await page.Context.CookiesAsync());
    }

    [Fact]
    public async Task A_snippet_that_is_pasted_twice_shows_one_form_beside_others()
    {
        await using var site = await HostSite.Start(Snippet() + Snippet() + Snippet(form: "event-booth"), HostSite.PolicyFor(App.Address));
        var page = await Visitor();
        await page.GotoAsync(site.Address);

        await page.Sheet(frame: 0).IsForm();
        await page.Locator("iframe").Nth(1).ScrollIntoViewIfNeededAsync();
        await page.Sheet(frame: 1).IsForm();

        await Expect(page.Locator("iframe")).ToHaveCountAsync(2);
        await Expect(page.Locator("script[data-form]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_form_is_shown_where_a_script_of_the_page_puts_it_later()
    {
        await using var site = await HostSite.Start($"<script src=\"{App.Address}embed.js\"></script><div id=\"app\"></div>");
        var page = await Visitor();
        await page.GotoAsync(site.Address);
        const string Mounts = """
            () => {
              const place = Object.assign(document.createElement("div"), { id: "signup" });
              place.dataset.form = "landing-page";
              document.getElementById("app").replaceChildren(place);
              LeadCapture.mount(place);
              LeadCapture.mount(place);
            }
            """;

        await page.EvaluateAsync(Mounts);
        await page.Sheet(frame: 0).IsForm();
        await page.EvaluateAsync(Mounts);

        await page.Sheet(frame: 0).IsForm();
        await Expect(page.Locator("#signup iframe")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_site_that_is_not_listed_shows_a_link_and_tells_its_owner_what_to_do()
    {
        Expected.Add("frame-ancestors");
        Expected.Add("under Form → Settings → Sites");
        await App.Publishes("landing-page", form => form with { Sites = ["https://www.example.com"] });
        await using var site = await HostSite.Start(Snippet());
        var page = await Hears(await Visitor());
        var advice = page.WaitForConsoleMessageAsync(new()
        {
            Predicate = message => message.Type == "warning" && message.Text.StartsWith("LeadCapture", StringComparison.Ordinal),
        });
        await page.GotoAsync(site.Address);

        Assert.Contains($"add {site.Address} under Form → Settings → Sites", (await advice).Text);
        await Expect(page.Locator("iframe")).ToBeHiddenAsync();
        Assert.Equal(["error landing-page inline"], await Heard(page));
        var opened = await page.Context.RunAndWaitForPageAsync(() =>
            page.GetByRole(AriaRole.Link, new() { Name = "Open form in new tab" }).ClickAsync());
        await opened.Sheet().IsForm();
        Assert.EndsWith("/f/landing-page", opened.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_page_knows_of_its_visitor_is_filled_in_and_stands_in_no_address()
    {
        await using var site = await HostSite.Start(Snippet(
            "data-prefill-email=\"ann@example.com\" data-prefill-first-name=\"Ann\" data-prefill-company=\"{{company}}\""
            + " data-prefill-consent=\"yes\" data-prefill-utm_term=\"known\""));
        var page = await Visitor();
        List<string> asked = [];
        page.Request += (_, request) => asked.Add(request.Url);
        await page.GotoAsync(site.Address);

        var form = page.Sheet(frame: 0);
        await Expect(form.Field("Work email")).ToHaveValueAsync("ann@example.com");
        await Expect(form.Field("First name")).ToHaveValueAsync("Ann");
        await Expect(form.Field("Company")).ToHaveValueAsync("");
        await Expect(form.GetByRole(AriaRole.Checkbox)).Not.ToBeCheckedAsync();
        await form.Field("Work email").FillAsync("");
        await form.Sends();
        await form.IsRefused();
        await Expect(form.Field("Work email")).ToHaveValueAsync("");
        await form.Types("Work email", "bob@example.com");
        await form.Sends();

        await form.IsConfirmed();
        Assert.Equal("known", CustomField(App.ReplyIo.State.Contacts.Single().Json, "utm_term"));
        Assert.DoesNotContain(asked, address => address.Contains("ann", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_page_goes_on_to_where_the_form_says()
    {
        await using var site = await HostSite.Start(Snippet(), HostSite.PolicyFor(App.Address));
        await App.Publishes("landing-page", form => form with { Sites = [site.Address], Redirect = site.Address + "/thanks" });
        var page = await Visitor();
        await page.GotoAsync(site.Address + "/offer");

        var form = page.Sheet(frame: 0);
        await form.Types("Work email", "ann@example.com");
        await form.Sends();

        await page.WaitForURLAsync(site.Address + "/thanks");
        await form.IsForm();
        Assert.Equal("ann@example.com", (await Lead()).Email);
    }

    [Fact]
    public async Task A_plain_frame_that_may_do_little_shows_the_confirmation_and_a_link_onward()
    {
        await using var site = await HostSite.Start(
            $"<iframe src=\"{App.Address}f/landing-page/embed\" height=\"1200\" title=\"Form\""
            + " sandbox=\"allow-forms allow-scripts allow-same-origin allow-top-navigation-by-user-activation\"></iframe>");
        await App.Publishes("landing-page", form => form with { Sites = [site.Address], Redirect = site.Address + "/thanks" });
        var page = await Visitor();
        await page.GotoAsync(site.Address + "/offer");

        var form = page.Sheet(frame: 0);
        await form.Types("Work email", "ann@example.com");
        await form.Sends();
        await form.IsConfirmed();
        await form.GetByRole(AriaRole.Link, new() { Name = "Continue" }).ClickAsync();

        await page.WaitForURLAsync(site.Address + "/thanks");
        await form.IsForm();
    }

    /// As the page of the form offers it.
    [Fact]
    public async Task A_page_that_keeps_room_for_a_form_does_not_jump_while_it_appears()
    {
        await using var site = await HostSite.Start(
            "<div class=\"leadcapture\" data-form=\"landing-page\" style=\"min-height:1010px\"></div><p>Below the form</p>"
            + $"<script src=\"{App.Address}embed.js\" async></script>");
        var page = await Visitor();
        await CountsShifts(page);

        await page.GotoAsync(site.Address);
        await page.Sheet(frame: 0).IsForm();
        await FrameFits(page, 0);

        Assert.Empty(await Shifts(page));
        Assert.Equal("0px", await page.Locator(".leadcapture").EvaluateAsync<string>("place => place.style.minHeight"));
    }

    /// The first view of a tab knows no height yet: what stands below moves once, when the form is there.
    [Fact]
    public async Task The_page_keeps_still_once_the_height_of_the_form_is_known()
    {
        await using var site = await HostSite.Start(Snippet() + "<p>Below the form</p>");
        var page = await Visitor();
        await CountsShifts(page);

        await page.GotoAsync(site.Address);
        await page.Sheet(frame: 0).IsForm();
        await FrameFits(page, 0);
        var first = await Shifts(page);
        await page.GotoAsync(site.Address);
        await page.Sheet(frame: 0).IsForm();
        await FrameFits(page, 0);

        Assert.True(first.Length <= 1, string.Join(", ", first));
        Assert.Empty(await Shifts(page));
    }

    [Fact]
    public async Task A_page_with_a_long_address_shows_the_form_all_the_same()
    {
        await using var site = await HostSite.Start(Snippet());
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

    [Theory]
    [InlineData("button")]
    [InlineData("slide-in")]
    public async Task A_dialog_is_good_to_use_on_every_screen(string mode)
    {
        await using var site = await HostSite.Start(Snippet($"data-mode=\"{mode}\""), HostSite.PolicyFor(App.Address));
        var page = await Visitor();
        await page.GotoAsync(site.Address);
        await page.Looks($"embed-{mode}-closed");

        await page.GetByRole(AriaRole.Button, new() { Name = "Open form" }).ClickAsync();
        await page.Sheet(frame: 0).IsForm();
        await page.Looks("embed-" + mode);
        await page.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();

        await Expect(page.Locator("dialog")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task People_see_with_the_lead_where_it_came_from()
    {
        await App.Adds(Role.Operator);
        using var sent = await App.Posts("/f/landing-page", ("email", "ann@example.com"), ("attribution",
            """
            {"first":{"utm_source":"ads","utm_medium":"cpc","at":"2026-11-20T10:00:00Z","landing_page":"https://www.example.com/"},
            "last":{"utm_source":"mail","utm_campaign":"spring sale","gclid":"Cj0KCQiA","referrer":"https://news.example/story","landing_page":"https://www.example.com/offer?utm_source=mail"}}
            """));
        var page = await Visitor();
        await page.SignsIn(Users.EmailOf(Role.Operator));
        await page.Sheet().Shows("Dashboard");

        await page.Opens($"/admin/leads/{(await Lead()).Id}");

        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Where it came from" })).ToContainTextAsync("gclid=Cj0KCQiA");
        await page.Looks("lead-came");
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

    private string Snippet(string more = "", string form = "landing-page") =>
        $"<script src=\"{App.Address}embed.js\" data-form=\"{form}\" {more}></script>";

    private Task<Lead> Lead() => App.Query(db => db.Leads.AsNoTracking().SingleAsync());

    /// Every event, as a script of the page would hear it.
    private static async Task<IPage> Hears(IPage page)
    {
        await page.AddInitScriptAsync($$"""
            window.heard = [];
            for (const name of {{System.Text.Json.JsonSerializer.Serialize(Names)}}) {
              addEventListener("leadcapture:" + name, ({ detail }) =>
                heard.push([name, detail.form, detail.mode, detail.step].filter(Boolean).join(" ")));
            }
            """);
        return page;
    }

    private static Task<string[]> Heard(IPage page) => page.EvaluateAsync<string[]>("heard");

    /// Those of other sites, as more and more browsers do.
    private static async Task BlocksCookies(IPage page)
    {
        var tools = await page.Context.NewCDPSessionAsync(page);
        await tools.SendAsync("Network.enable");
        await tools.SendAsync("Network.setCookieControls", new() { ["enableThirdPartyCookieRestriction"] = true });
    }

    private static async Task CountsShifts(IPage page) => await page.AddInitScriptAsync(
        """
        window.shifts = [];
        new PerformanceObserver((list) => shifts.push(...list.getEntries().map((one) => one.value)))
          .observe({ type: "layout-shift", buffered: true });
        """);

    /// Of the page and of the forms in it. Two frames later all that happened is known.
    private static async Task<float[]> Shifts(IPage page) =>
    [
        .. (await Task.WhenAll(page.Frames.Select(frame => frame.EvaluateAsync<float[]>(
            "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(shifts)))))"))))
            .SelectMany(shifts => shifts),
    ];

    private static string CustomField(string contact, string key) => JsonNode.Parse(contact)!["customFields"]!.AsArray()
        .Where(field => (string?)field!["key"] == key).Select(field => (string)field!["value"]!).Single();
}
