using LeadCapture.Settings;
using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Admin;

/// The settings are pages of their own, and whoever changes something stays on its page.
public class SettingsSectionTests
{
    private const string Key = "the-new-key-of-reply-0451";

    [Theory]
    [InlineData("/admin/settings", "Reply.io connection")]
    [InlineData("/admin/settings/limits", "Call limits")]
    [InlineData("/admin/settings/sending", "Sending")]
    [InlineData("/admin/settings/spam", "Spam")]
    [InlineData("/admin/settings/alerts", "Alerts")]
    [InlineData("/admin/settings/api-keys", "API keys")]
    [InlineData("/admin/settings/server", "Server")]
    public async Task Each_section_has_its_own_page_and_leads_to_the_others(string path, string title)
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Admin);

        var page = await browser.Gets(path);

        Assert.Equal(title, page.Title);
        Assert.Equal(title, page.Html.QuerySelector(".settings-nav [aria-current=page]")!.TextContent);
        Assert.Equal(
            ["/admin/settings", "/admin/settings/limits", "/admin/settings/sending", "/admin/settings/spam", "/admin/settings/alerts",
                "/admin/settings/api-keys", "/admin/settings/server"],
            page.Html.QuerySelectorAll(".settings-nav a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task A_change_leads_back_to_its_section()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Admin);

        Assert.Equal("/admin/settings/limits", (await browser.Posts("/admin/settings/budget", ("perMinute", "50"))).To);
        Assert.Equal("/admin/settings/sending", (await browser.Posts("/admin/settings/pause")).To);
        Assert.Equal("/admin/settings/sending", (await browser.Posts("/admin/settings/resume")).To);
        Assert.Equal("/admin/settings", (await browser.Posts("/admin/settings/key", ("apiKey", Key))).To);
        Assert.Equal("/admin/settings/alerts", (await browser.Posts("/admin/settings/alerts/test")).To);
        Assert.Equal("Call limits", (await browser.Posts("/admin/settings/budget", ("perMinute", "many"))).Title);
        Assert.Equal("Reply.io connection", (await browser.Posts("/admin/settings/key", ("apiKey", ""))).Title);
    }

    [Fact]
    public async Task The_server_page_says_what_is_in_force_and_where_it_comes_from_and_shows_no_secret()
    {
        await using var app = await TestApp.Start("Reply:InlineWait=00:00:07", "Metrics:Key=the-key-of-metrics", "PublicUrl=");
        using var browser = await AdminBrowser.SignedIn(app, Role.Admin);

        var page = await browser.Gets("/admin/settings/server");

        Assert.Equal("00:00:07Command line", page.Fact("Reply:InlineWait"));
        Assert.Equal("4Default", page.Fact("Reply:MaxConcurrentCalls"));
        Assert.Equal("X-API-KeyDefault", page.Fact("Reply:Authorization"));
        Assert.Equal("Not setDefault", page.Fact("PublicUrl"));
        Assert.Equal("Not setDefault", page.Fact("OpenId:ClientSecret"));
        Assert.Equal("Set, not shownCommand line", page.Fact("Reply:ApiKey"));
        Assert.Equal("Set, not shownCommand line", page.Fact("Metrics:Key"));
        Assert.Equal(TestApp.OnPostgreSql ? "Set, not shownCommand line" : "Not setDefault", page.Fact("ConnectionStrings:LeadCapture"));
        Assert.DoesNotContain("test-key", page.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("the-key-of-metrics", page.Source, StringComparison.Ordinal);
        Assert.Empty(page.Main.QuerySelectorAll("input:not([type=hidden])"));
    }

    [Fact]
    public async Task What_is_saved_here_is_said_to_win_over_the_server_configuration()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Admin);
        await browser.Does("/admin/settings/key", ("apiKey", Key), ("apiVersion", "V3"));
        await browser.Does("/admin/settings/budget", ("perMinute", "50"));

        var page = await browser.Gets("/admin/settings/server");

        Assert.Equal("Set, not shownCommand line · Overridden in Reply.io connection", page.Fact("Reply:ApiKey"));
        Assert.Equal("100Default · Overridden in Call limits", page.Fact("Reply:RequestsPerMinute"));
        Assert.Equal("3000Default", page.Fact("Reply:RequestsPerHour"));
        Assert.Equal(3, page.Html.QuerySelectorAll(".server a[href='/admin/settings']").Length);
        Assert.NotNull(page.Html.QuerySelector(".server a[href='/admin/settings/limits']"));
    }

    [Fact]
    public async Task What_the_server_configuration_decides_cannot_be_typed()
    {
        await using var app = await TestApp.Start("PublicUrl=http://leads.example.com");
        using var browser = await AdminBrowser.SignedIn(app, Role.Admin);

        var page = await browser.Gets("/admin/settings/alerts");

        Assert.Equal("http://leads.example.comFrom PublicUrl in the server configuration", page.Fact("Address of this program"));
        Assert.Null(page.Html.QuerySelector("[name=baseAddress]:not([type=hidden])"));
    }
}
