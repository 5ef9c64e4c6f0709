using LeadCapture.Settings;
using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Web;

/// The address that people use: whatever host a request names, and under a path behind a proxy.
public class PublicUrlTests
{
    private const string Https = "PublicUrl=https://leads.example.com/fair";
    private const string Http = "PublicUrl=http://leads.example.com/fair/";
    private static readonly (string, string) Evil = ("Host", "evil.example");

    [Fact]
    public async Task Links_begin_with_the_public_address_whatever_host_a_request_names()
    {
        await using var app = await TestApp.Start(Https);

        var created = await app.Creates("""{"email":"ann@example.com"}""", headers: Evil);
        using var posted = await app.Answers(
            HttpMethod.Post, "/f/contact", "email=bob%40example.com", "application/x-www-form-urlencoded", Evil);

        var receipt = created["receipt"];
        Assert.Equal($"https://leads.example.com/fair/f/contact/confirmation/{receipt}", created["confirmationUrl"]);
        Assert.Equal($"/fair/api/leads/{receipt}", created.Location);
        Assert.StartsWith("/fair/f/contact/confirmation/", posted.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_owner_s_link_begins_with_it()
    {
        await using var app = await TestApp.Start(Https);

        Assert.Contains(await app.EndsWithLog(), line =>
            line.Contains("open https://leads.example.com/fair/admin/welcome/", StringComparison.Ordinal)
            || line.Contains("open \"https://leads.example.com/fair/admin/welcome/", StringComparison.Ordinal));
    }

    /// Some proxies leave the path where it is, others take it away.
    [Theory]
    [InlineData("/fair")]
    [InlineData("")]
    public async Task Under_a_path_a_form_is_shown_sent_and_confirmed(string path)
    {
        await using var app = await TestApp.Start(Https);

        var form = await app.Opens(path + "/f/contact");
        using var sent = await app.Posts(path + "/f/contact", Visits.Email);
        var confirmation = await app.Opens(path + sent.Headers.Location!.ToString()["/fair".Length..]);

        Assert.Equal("/fair/f/contact", form.Html.QuerySelector("form")!.GetAttribute("action"));
        Assert.Equal((200, "delivered"), (confirmation.Status, confirmation.Delivery));
        Assert.Equal(sent.Headers.Location.ToString(), confirmation.Main.GetAttribute("data-address"));
        foreach (var page in (Page[])[form, confirmation, await app.Opens(path + "/"), await app.Opens(path + "/nowhere")])
            StaysInside(page);
        Assert.Equal(200, (await app.Opens(path + "/embed.js")).Status);
        Assert.Equal(404, (await app.Opens("/fairness/f/contact")).Status);
    }

    [Fact]
    public async Task Under_a_path_the_admin_area_works()
    {
        await using var app = await TestApp.Start(Http);
        var owner = await app.Adds(Role.Owner);
        using var browser = AdminBrowser.Of(app);

        Assert.Equal("/fair/admin/login?to=%2Fadmin%2Fleads", (await browser.Gets("/fair/admin/leads")).To);
        await browser.Gets("/fair/admin/login");
        var signedIn = await browser.Posts("/fair/admin/login", ("email", owner.Email!), ("password", Users.Password));
        Assert.Equal("/fair/admin", signedIn.To);
        Assert.All(browser.Cookies.GetAllCookies(), cookie => Assert.Equal("/fair/admin", cookie.Path));
        foreach (var place in (string[])["", "/leads", "/leads/import", "/failures", "/runs", "/settings", "/settings/alerts",
            "/users", "/users/new", "/audit", "/profile", "/profile/second-factor"])
        {
            var page = await browser.Gets("/fair/admin" + place);
            Assert.Equal((place, 200), (place, page.Status));
            StaysInside(page);
        }

        var asked = await browser.Gets("/fair/admin/confirm?to=/admin/users");
        StaysInside(asked);
        var confirmed = await browser.Posts("/fair/admin/confirm", ("confirmPassword", Users.Password), ("to", "/admin/users"));
        Assert.Equal("/fair/admin/users", confirmed.To);
        Assert.Equal("/fair/admin/users", asked.Html.QuerySelector("nav.places a[href$='/users']")!.GetAttribute("href"));
        Assert.Equal(["/fair/admin/users"], (await browser.Gets(confirmed.To!)).Html.QuerySelectorAll("nav.places [aria-current=page]")
            .Select(link => link.GetAttribute("href")).Distinct());

        var invited = await browser.Does("/fair/admin/users", ("email", "new@example.com"), ("name", "New"), ("role", "Viewer"));
        var link = invited.ValueOf("link") ?? invited.Html.GetElementById("link")!.GetAttribute("value")!;
        Assert.StartsWith("http://leads.example.com/fair/admin/welcome/", link, StringComparison.Ordinal);
        using var stranger = AdminBrowser.Of(app);
        Assert.Equal(200, (await stranger.Gets(new Uri(link).AbsolutePath)).Status);
    }

    [Fact]
    public async Task Under_a_path_the_provider_of_OpenID_Connect_lets_in_and_confirms()
    {
        await using var provider = await OpenIdProvider.Start();
        await using var app = await TestApp.Start([.. provider.Settings, Http]);
        await app.Adds(Role.Owner);
        provider.Person = provider.Person with { Groups = ["bosses"] };
        provider.AskedAt = DateTimeOffset.UtcNow;
        using var browser = AdminBrowser.Of(app);

        var entered = await browser.Gets(await browser.ComesBackFrom("/fair/admin/login/open-id"));
        Assert.Equal("/fair/admin", (await browser.Gets(entered.To!)).To);
        var shown = await browser.Gets(await browser.ComesBackFrom("/fair/admin/confirm/open-id"));

        Assert.Equal("Identity confirmed", (await browser.Gets(shown.To!)).Title);
    }

    [Fact]
    public async Task Under_a_path_what_was_typed_goes_on_once_somebody_has_shown_who_they_are()
    {
        await using var app = await TestApp.StartAtRest(Http);
        var owner = await app.Adds(Role.Owner);
        using var browser = AdminBrowser.Of(app);
        await browser.Gets("/fair/admin/login");
        await browser.Posts("/fair/admin/login", ("email", owner.Email!), ("password", Users.Password));
        app.Clock!.Advance(TimeSpan.FromMinutes(5));
        await browser.Gets("/fair/admin/users/new");

        var asked = await browser.Posts("/fair/admin/users", ("email", "new@example.com"), ("name", "New"), ("role", "Viewer"));
        StaysInside(asked);
        var invited = await browser.Confirms(asked);

        Assert.StartsWith("/fair/admin/users/", invited.To, StringComparison.Ordinal);
        Assert.Equal("New", (await browser.Gets(invited.To!)).Title);
    }

    [Fact]
    public async Task Alerts_lead_to_it()
    {
        await using var app = await TestApp.Start(Http);
        var admin = await app.Adds(Role.Admin);
        using var browser = AdminBrowser.Of(app);
        await using var chat = await ChatServer.Start();
        await browser.Gets("/fair/admin/login");
        await browser.Posts("/fair/admin/login", ("email", admin.Email!), ("password", Users.Password));
        await browser.Gets("/fair/admin/settings/alerts");

        await browser.Does("/fair/admin/settings/alerts/webhook", ("webhook", chat.Address));
        await browser.Does("/fair/admin/settings/alerts/test");

        Assert.EndsWith("http://leads.example.com/fair/admin", Assert.Single(chat.Texts), StringComparison.Ordinal);
        Assert.Null((await browser.Gets("/fair/admin/settings/alerts")).Html.QuerySelector("label[for=baseAddress]"));
    }

    [Theory]
    [InlineData(Https, "max-age=31536000")]
    [InlineData(Http, null)]
    [InlineData("PublicUrl=", null)]
    public async Task Browsers_are_told_to_come_by_https_alone_where_the_address_says_so(string setting, string? expected)
    {
        await using var app = await TestApp.Start(setting);

        foreach (var path in (string[])["/", "/f/contact", "/nowhere", "/js/form.js", "/admin/login"])
        {
            using var answer = await app.Answers(HttpMethod.Get, path);
            var said = answer.Headers.TryGetValues("Strict-Transport-Security", out var values) ? Assert.Single(values) : null;
            Assert.Equal((path, expected), (path, said));
        }
    }

    [Fact]
    public async Task Behind_https_cookies_go_by_https_alone()
    {
        await using var app = await TestApp.Start(Https);

        using var answer = await app.Answers(HttpMethod.Get, "/fair/admin/login");

        Assert.All(answer.Headers.GetValues("Set-Cookie"),
            cookie => Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Only_allowed_hosts_and_this_machine_are_answered()
    {
        await using var app = await TestApp.Start("AllowedHosts=leads.example.com;*.example.org");

        foreach (var (host, status) in ((string, int)[])
        [
            ("leads.example.com", 200), ("fair.example.org", 200), ("localhost", 200), ("127.0.0.1:5080", 200), ("[::1]", 200),
            ("evil.example", 400), ("leads.example.com.evil.example", 400), ("example.org.evil", 400),
        ])
        {
            using var answer = await app.Answers(HttpMethod.Get, "/", headers: ("Host", host));
            Assert.Equal((host, status), (host, (int)answer.StatusCode));
        }
    }

    [Fact]
    public async Task The_public_address_is_allowed_beside_the_hosts_that_are_named()
    {
        await using var app = await TestApp.Start(Https, "AllowedHosts=other.example.com");

        using var own = await app.Answers(HttpMethod.Get, "/", headers: ("Host", "leads.example.com"));
        using var evil = await app.Answers(HttpMethod.Get, "/", headers: Evil);

        Assert.Equal((200, 400), ((int)own.StatusCode, (int)evil.StatusCode));
    }

    /// No address of the page leads past the path.
    private static void StaysInside(Page page)
    {
        foreach (var name in (string[])["href", "src", "action", "formaction", "data-address", "data-passkey-options", "content"])
            Assert.All(page.Html.QuerySelectorAll($"[{name}^='/']"),
                element => Assert.StartsWith("/fair/", element.GetAttribute(name) + "/", StringComparison.Ordinal));
    }
}
