using AngleSharp.Dom;
using LeadCapture.Deliveries;
using LeadCapture.Sandbox;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Admin;

public class DashboardTests
{
    [Fact]
    public async Task A_new_installation_says_what_to_do_next()
    {
        await using var app = await TestApp.Start(new TestAppPlan { ApiKey = "" });
        using var browser = await AdminBrowser.SignedIn(app, Role.Admin);

        var page = await browser.Gets("/admin");

        Assert.Equal(["no", "no", "no", "no", "no", "no"], Steps(page));
        Assert.Equal("/admin/settings", page.Html.QuerySelector(".gate-act a")!.GetAttribute("href"));
        Assert.Null(page.Html.QuerySelector(".chart"));
    }

    [Fact]
    public async Task The_list_of_what_is_left_to_set_up_ticks_itself()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Admin);

        var before = await browser.Gets("/admin");
        await browser.Posts("/admin/settings/key/test");
        await app.Submits("ann@example.com");
        await app.IsDelivered("ann@example.com");
        using var colleague = await AdminBrowser.SignedIn(app, Role.Viewer, "colleague@example.com");
        var after = await browser.Gets("/admin");

        Assert.Equal(["yes", "no", "no", "no", "no", "no"], Steps(before));
        Assert.Equal(["yes", "yes", "yes", "yes", "yes", "no"], Steps(after));
        Assert.Equal(["/admin/events/new"], after.Html.QuerySelectorAll(".set-up a").Select(link => link.GetAttribute("href")));
        Assert.Empty((await colleague.Gets("/admin")).Html.QuerySelectorAll(".set-up a"));
    }

    [Theory]
    [InlineData(Scene.BadKey, "Replace key", "/admin/settings")]
    [InlineData(Scene.Misrouted, "Check address", "/admin/settings")]
    public async Task An_alert_has_its_button(Scene scene, string words, string address)
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Admin);
        app.ReplyIo.State.Play(scene);
        await app.Submits("ann@example.com");
        await TestApp.Eventually(async () => (await browser.Gets("/admin")).Html.QuerySelector(".gate-act a") is not null, "paused");

        var page = await browser.Gets("/admin");

        var button = page.Html.QuerySelector(".gate-act a")!;
        Assert.Equal((words, address), (button.TextContent, button.GetAttribute("href")));
    }

    private static IEnumerable<string?> Steps(Page page) =>
        page.Html.QuerySelectorAll(".set-up li").Select(step => step.GetAttribute("data-done"));

    [Fact]
    public async Task A_lead_that_is_to_be_looked_up_says_when_and_the_dashboard_leads_to_it()
    {
        await using var app = await TestApp.StartAtRest("Reply:RetryBaseDelay=00:05:00");
        app.ReplyIo.State.Play(Scene.CutAfter, calls: 1);
        await app.SubmitsInTurn("ann@example.com");
        using var browser = await AdminBrowser.SignedIn(app, Role.Viewer);

        var dashboard = await browser.Gets("/admin");
        var lead = await browser.Gets(await app.PathOf("ann@example.com"));

        Assert.Equal("1", dashboard.Html.QuerySelector("dl.counts a[href='/admin/leads?state=Unconfirmed']")!.TextContent);
        var rows = lead.Html.QuerySelectorAll("tbody tr").Select(row => row.Children[1].TextContent.Trim());
        Assert.Equal(["Will be looked up", "Sent"], rows);
        Assert.StartsWith("in ", lead.Html.QuerySelector("tr.next time")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_numbers_are_what_became_of_what_visitors_sent_and_lead_to_their_lists()
    {
        await using var app = await TestApp.StartAtRest("Reply:RequestsPerHour=4", "Reply:RequestsPerMinute=0");
        app.ReplyIo.State.Play(Scene.Refuse, calls: 1);
        await app.SubmitsInTurn(ClockSteps.People(6));
        using var browser = await AdminBrowser.SignedIn(app, Role.Viewer);

        var page = await browser.Gets("/admin");

        var today = app.Clock!.GetUtcNow().ToString("yyyy-MM-dd", null);
        Assert.Equal(
            [
                ("1", "/admin/leads?state=NeedsAttention"),
                ("2", "/admin/leads?state=Waiting"),
                ("6", $"/admin/leads?from={today}&to={today}"),
                ("3", $"/admin/leads?state=Delivered&from={today}&to={today}"),
            ],
            page.Html.QuerySelectorAll(".counts dd:not(.under) a").Select(Link));
        Assert.Equal(["6", "3", "1"], page.Html.QuerySelector(".numbers tbody tr")!.QuerySelectorAll("td").Select(Text));
        Assert.Equal(14, page.Html.QuerySelectorAll(".numbers tbody tr").Length);
        Assert.Equal(["delivered", "rest", "attention"],
            page.Html.QuerySelectorAll(".chart rect").Select(bar => bar.GetAttribute("data-kind")!));
        Assert.Contains("At least 30 minutes at the current call limits", page.Main.TextContent, StringComparison.Ordinal);
        Assert.Equal("Active", FactOn(page, "State"));
        Assert.StartsWith("0", FactOn(page, "Calls available now"), StringComparison.Ordinal);
        Assert.StartsWith("Half within 0.0 s", FactOn(page, "Time to delivery"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_numbers_agree_with_each_other_right_after_something_happened()
    {
        await using var app = await TestApp.StartAtRest();
        using var browser = await AdminBrowser.SignedIn(app, Role.Viewer);
        await app.SubmitsInTurn("ben@example.com");
        await browser.Gets("/admin");
        await app.IsRefused();

        var page = await browser.Gets("/admin");

        Assert.Equal("1", page.Html.QuerySelector(".counts a[href='/admin/leads?state=NeedsAttention']")!.TextContent);
        Assert.Equal("2", page.Html.QuerySelector(".counts a[href*='from=']")!.TextContent);
    }

    [Fact]
    public async Task Paused_sending_says_why_and_until_when()
    {
        await using var app = await TestApp.StartAtRest("Reply:RequestsPerMinute=0");
        app.ReplyIo.State.Play(Scene.RateLimited, calls: 1);
        await app.SubmitsInTurn("ann@example.com");
        Assert.Equal(GateReason.RateLimited, (await app.Gate()).Reason);
        using var browser = await AdminBrowser.SignedIn(app, Role.Viewer);

        var page = await browser.Gets("/admin");

        var gate = page.Html.QuerySelector(".gate")!.TextContent;
        Assert.Contains("Reply.io asked to wait", gate, StringComparison.Ordinal);
        Assert.Contains("Resumes: in ", gate, StringComparison.Ordinal);
        Assert.Equal("Paused, see above", FactOn(page, "State"));
        Assert.Contains("once sending resumes", page.Main.TextContent, StringComparison.Ordinal);
    }

    private static (string, string) Link(IElement link) => (Text(link), link.GetAttribute("href")!);

    private static string Text(IElement element) => element.TextContent.Trim();

    private static string FactOn(Page page, string name) =>
        Text(page.Html.QuerySelectorAll(".facts dt").Single(term => Text(term) == name).NextElementSibling!);
}
