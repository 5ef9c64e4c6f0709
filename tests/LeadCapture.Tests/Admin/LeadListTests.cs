using AngleSharp.Dom;
using LeadCapture.Admin.Audit;
using LeadCapture.Admin.Leads;
using LeadCapture.Deliveries;
using LeadCapture.Sandbox;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Admin;

public class LeadListTests
{
    [Fact]
    public async Task The_newest_lead_stands_first_with_its_state_in_words()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Viewer);
        await app.Submits("ann@example.com");
        app.ReplyIo.State.Play(Scene.Refuse);
        await app.Submits("bob@example.com");
        await app.Reaches("bob@example.com", DeliveryState.NeedsAttention);

        var page = await browser.Gets("/admin/leads");

        Assert.Equal(["bob@example.com", "ann@example.com"], Emails(page));
        Assert.Equal(["Needs attention", "Delivered"], page.Html.QuerySelectorAll("tbody .pill").Select(pill => pill.TextContent.Trim()));
    }

    [Theory]
    [InlineData("state=NeedsAttention", "bob")]
    [InlineData("state=Delivered", "carl,ann")]
    [InlineData("cause=Rejected", "bob")]
    [InlineData("cause=NoAnswer", "")]
    [InlineData("form=landing-page", "carl")]
    [InlineData("form=landing-page&state=NeedsAttention", "")]
    [InlineData("channel=Embed", "ann")]
    [InlineData("from=2020-01-01&to=2020-12-31", "")]
    [InlineData("from=2020-01-01&to=9998-12-31", "carl,bob,ann")]
    public async Task A_filter_leaves_what_fits(string query, string names)
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Viewer);
        await Three(app);

        var page = await browser.Gets("/admin/leads?" + query);

        Assert.Equal(names.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(name => name + "@example.com"), Emails(page));
    }

    [Fact]
    public async Task A_mistyped_address_shows_a_list_and_never_an_error()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Viewer);
        using var exporter = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.Submits("ann@example.com");

        foreach (var query in (string[])
        [
            "state=99", "state=Nonsense", "state=Delivered,Waiting", "cause=-1", "form=none", "form=%00", "channel=Fax", "from=x", "to=9999-12-31",
            "from=0001-01-01", "before=x", "state=&cause=&form=&from=&to=&before=", "from=2026-02-30", "before=", "state=2&state=3",
            "order=99", "order=Fax", "order=Email&before=x", $"order=EmailBackwards&before={Guid.NewGuid()}", $"order=Email&before={Guid.Empty}&form=contact",
        ])
        {
            var page = await browser.Gets("/admin/leads?" + query);
            Assert.Equal((query, 200, "Leads"), (query, page.Status, page.Title));
            Assert.Equal((query, 200), (query, (await exporter.Gets("/admin/leads.csv?" + query)).Status));
        }
        Assert.Equal(["ann@example.com"], Emails(await browser.Gets("/admin/leads?form=none&from=x")));
        Assert.Equal(404, (await browser.Gets("/admin/leads/none")).Status);
        Assert.Equal(404, (await browser.Gets("/admin/leads/" + Guid.NewGuid())).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?state=Delivered")]
    [InlineData("?form=contact")]
    public async Task Older_pages_follow_without_a_gap_while_new_leads_come_in(string query)
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Viewer);
        for (var number = 0; number < 60; number++)
            await app.Submits($"lead{number}@example.com");
        await TestApp.Eventually(() => app.AllAre(DeliveryState.Delivered), "all are delivered");

        List<string> seen = [];
        var next = "/admin/leads" + query;
        while (next is not null)
        {
            var page = await browser.Gets(next);
            seen.AddRange(Emails(page));
            next = page.Html.QuerySelector("a[rel=next]")?.GetAttribute("href");
            await app.Submits("later@example.com");
        }

        Assert.Equal(Enumerable.Range(0, 60).Reverse().Select(number => $"lead{number}@example.com"), seen);
    }

    [Fact]
    public async Task A_search_finds_by_email_reference_id_name_and_company_and_leaves_no_trace()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Viewer);
        await Three(app);
        await app.IsThanked("/f/contact", ("email", "dora@example.com"), ("lastName", "Müller-Weiß"), ("company", "Sun & Sea"));
        var bob = (await app.DeliveryOf("bob@example.com")).Lead!;
        await browser.Finds("müller", "dora");

        foreach (var (text, found) in ((string, string)[])
        [
            ("BOB@", "bob"), (bob.Reference, "bob"), (bob.Reference.ToLowerInvariant().Replace("-", " "), "bob"),
            (bob.Id.ToString(), "bob"), ("müller", "dora"), ("sun & s", "dora"), ("' OR 1=1", ""), ("%", ""),
        ])
            Assert.Equal((text, found == "" ? "" : found + "@example.com"),
                (text, string.Join(',', Emails(await browser.Posts("/admin/leads/search", ("text", text))))));
        Assert.Equal("/admin/leads", (await browser.Posts("/admin/leads/search", ("text", "  "))).To);
        Assert.Equal("/admin/leads", (await browser.Posts("/admin/leads/search", ("text", new string('a', 301)))).To);
        Assert.DoesNotContain(await app.Query(db => db.AuditEntries.ToListAsync()),
            entry => entry.Text.Contains("bob", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(await app.EndsWithLog(), line => line.Contains("bob", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_file_has_what_the_filter_leaves_and_runs_nothing()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await Three(app);
        await app.IsThanked("/f/contact", ("email", "dora@example.com"), ("company", "=HYPERLINK(\"http://evil.example\")"));

        var file = await browser.Gets("/admin/leads.csv?form=contact");

        Assert.Equal("text/csv", file.Type);
        var lines = file.Source.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("Received,Reference,Delivery state,", lines[0], StringComparison.Ordinal);
        Assert.Contains(",\"'=HYPERLINK(\"\"http://evil.example\"\")\",", lines[1], StringComparison.Ordinal);
        Assert.Contains("bob@example.com", lines[2], StringComparison.Ordinal);
        Assert.Contains("ann@example.com", lines[3], StringComparison.Ordinal);
        Assert.Equal(4, lines.Length);
        var noted = await app.Query(db => db.AuditEntries.SingleAsync(entry => entry.Act == AuditAction.Exported));
        Assert.Equal(("leads", "?form=contact"), (noted.Kind, noted.Text));
    }

    [Fact]
    public async Task Tabs_count_the_leads_of_each_state_that_fit_the_other_filters()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Viewer);
        await Three(app);

        var all = await browser.Gets("/admin/leads");
        var contact = await browser.Gets("/admin/leads?form=contact&state=Delivered");

        Assert.Equal(["All 3", "Waiting 0", "Unconfirmed 0", "Delivered 2", "Needs attention 1"], Tabs(all));
        Assert.Equal(["All 2", "Waiting 0", "Unconfirmed 0", "Delivered 1", "Needs attention 1"], Tabs(contact));
        Assert.Equal("/admin/leads?state=NeedsAttention&form=contact",
            contact.Html.QuerySelectorAll(".tabs a").Single(tab => tab.TextContent.Contains("attention", StringComparison.Ordinal)).GetAttribute("href"));
        Assert.Equal("Delivered 1", Words(contact.Html.QuerySelector(".tabs [aria-current=page]")!));

        static IEnumerable<string> Tabs(Page page) => page.Html.QuerySelectorAll(".tabs a").Select(Words);
    }

    [Fact]
    public async Task Each_filter_is_a_chip_that_takes_it_away()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Viewer);

        var page = await browser.Gets("/admin/leads?state=Delivered&form=contact&channel=Booth&from=2026-01-31");

        Assert.Equal(
            [
                ("Form: contact (remove filter)", "/admin/leads?state=Delivered&channel=Booth&from=2026-01-31"),
                ("Booth (remove filter)", "/admin/leads?state=Delivered&form=contact&from=2026-01-31"),
                ("From 31 Jan 2026 (remove filter)", "/admin/leads?state=Delivered&form=contact&channel=Booth"),
                ("Clear filters", "/admin/leads?state=Delivered"),
            ],
            page.Html.QuerySelectorAll(".filter-chips a").Select(chip => (Words(chip), chip.GetAttribute("href")!)));
    }

    [Fact]
    public async Task A_row_says_in_words_what_is_wrong_with_its_lead()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Viewer);
        await Three(app);

        var page = await browser.Gets("/admin/leads?state=NeedsAttention");

        Assert.NotEqual("", page.Html.QuerySelector("td.problem")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_user_saves_a_view_under_a_name_that_nobody_else_sees()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Viewer);
        using var other = await AdminBrowser.SignedIn(app, Role.Viewer, "other@example.com");

        var nameless = await browser.Posts("/admin/leads/views", ("name", " "), ("state", "Delivered"), ("form", "contact"));
        await browser.Does("/admin/leads/views", ("name", "Delivered from contact"), ("state", "Delivered"), ("form", "contact"), ("order", "Oldest"));

        Assert.Equal((422, "Enter a name of up to 60 characters"), (nameless.Status, nameless.Summary.Single().Message));
        var view = Assert.Single((await browser.Gets("/admin/leads")).Html.QuerySelectorAll(".views a"));
        Assert.Equal(("Delivered from contact", "/admin/leads?state=Delivered&form=contact&order=Oldest"),
            (view.TextContent, view.GetAttribute("href")));
        Assert.Empty((await other.Gets("/admin/leads")).Html.QuerySelectorAll(".views a"));

        var id = await app.Query(db => db.SavedViews.Select(saved => saved.Id).SingleAsync());
        await other.Does($"/admin/leads/views/{id}/delete");
        Assert.Equal(1, await app.Query(db => db.SavedViews.CountAsync()));
        await browser.Does($"/admin/leads/views/{id}/delete");
        Assert.Equal(0, await app.Query(db => db.SavedViews.CountAsync()));
    }

    [Fact]
    public async Task A_browser_keeps_which_columns_it_shows()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Viewer);
        await app.Submits("ann@example.com");

        var before = await browser.Gets("/admin/leads");
        var after = await browser.Does("/admin/leads/columns", ("column", "reference"), ("column", "nonsense"), ("state", "Delivered"));

        Assert.Equal(["Lead", "Email", "Form", "Problem", "Received", "State"], Headings(before));
        Assert.Equal(["Lead", "Reference", "State"], Headings(after));
        Assert.Equal("Delivered", after.Html.QuerySelector(".tabs [aria-current=page]")!.ChildNodes[0].TextContent.Trim());

        static IEnumerable<string> Headings(Page page) => page.Html.QuerySelectorAll("thead th")
            .Select(heading => heading.TextContent.Split('(')[0].Trim());
    }

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// Ann by embed, Bob refused, Carl on the landing page.
    private static async Task Three(TestApp app)
    {
        await app.IsThanked("/f/contact/embed", ("email", "ann@example.com"), ("firstName", "Ann"));
        app.ReplyIo.State.Play(new(Scene.Refuse, OnlyEmail: "bob@example.com"));
        await app.Submits("bob@example.com");
        await app.Submits("carl@example.com", "landing-page");
        await app.Reaches("bob@example.com", DeliveryState.NeedsAttention);
        await app.IsDelivered("carl@example.com");
        await app.IsDelivered("ann@example.com");
    }

    private static IEnumerable<string> Emails(Page page) => page.Html.QuerySelectorAll("tbody tr")
        .Select(row => row.QuerySelectorAll("th a, td").Select(cell => cell.TextContent.Trim())
            .First(text => text.Contains('@', StringComparison.Ordinal)));
}
