using LeadCapture.Admin.Audit;
using LeadCapture.Admin;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Admin;

public class AuditTests
{
    private static readonly DateTime Start = new(2026, 5, 1, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task Who_what_and_when_filter_the_list()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app);
        var user = await app.Adds(Role.Viewer);
        await Add(app, [Entry("exported", 0), Entry("invited", 1, user.Id), Entry("invited", 2)]);

        Assert.Equal(["2", "1"], await Texts(browser, "?act=invited"));
        Assert.Equal(["1"], await Texts(browser, $"?act=invited&user={user.Id}"));
        Assert.Equal(["1", "0"], await Texts(browser, "?from=2026-05-01&to=2026-05-02"));
        Assert.Equal(["2"], await Texts(browser, "?from=2026-05-03&to=2026-05-03"));
        var none = await browser.Gets("/admin/audit?from=2020-01-01&to=2020-01-02");
        foreach (var nonsense in (string[])
            ["from=0001-01-01&to=9999-12-31", "act=x&user=y", "act=%00", "before=z", "from=2026-02-30"])
            Assert.Equal((nonsense, 200), (nonsense, (await browser.Gets("/admin/audit?" + nonsense)).Status));
        Assert.Equal("No entries match this filter", none.Html.QuerySelector(".empty h2")!.TextContent);
    }

    [Fact]
    public async Task All_that_was_done_to_a_lead_or_a_user_is_a_click_away_from_its_page()
    {
        await using var app = await TestApp.Start();
        var path = await app.IsRefused();
        using var browser = await AdminBrowser.SignedIn(app);
        await browser.Decides(await browser.Gets(path), "discard", ("reason", "a test of ours"));
        var user = await app.Adds(Role.Viewer);
        await browser.Does($"/admin/users/{user.Id}/disable");

        var ofLead = await Follows(browser, await browser.Gets(path), "Activity");
        var ofUser = await Follows(browser, await browser.Gets("/admin/users/" + user.Id), $"Changes to {user.Name}");
        var byUser = await Follows(browser, await browser.Gets("/admin/users/" + user.Id), $"Activity by {user.Name}");

        Assert.Equal(["a test of ours"], TextsOn(ofLead));
        Assert.Equal([path], ofLead.Html.QuerySelectorAll("tbody a").Select(link => link.GetAttribute("href")));
        Assert.Equal(path[^36..], ofLead.ValueOf("subject"));
        Assert.StartsWith("Disabled user", Assert.Single(ofUser.Html.QuerySelectorAll("tbody td:nth-child(3)")).TextContent,
            StringComparison.Ordinal);
        Assert.Equal("No entries match this filter", byUser.Html.QuerySelector(".empty h2")!.TextContent);
        using var operators = await AdminBrowser.SignedIn(app, Role.Operator, "operator@example.com");
        Assert.DoesNotContain("/admin/audit", (await operators.Gets(path)).Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Older_pages_follow_without_a_gap_while_new_entries_come_in()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app);
        await Add(app, Enumerable.Range(0, 120).Select(number => Entry("exported", 0, text: number.ToString(InvariantCulture))));

        List<string> seen = [];
        var next = "/admin/audit?act=exported";
        while (next is not null)
        {
            var page = await browser.Gets(next);
            seen.AddRange(TextsOn(page));
            next = page.Html.QuerySelector("a[rel=next]")?.GetAttribute("href");
            await Add(app, [Entry("exported", 1, text: "later")]);
        }

        Assert.Equal(Enumerable.Range(0, 120).Reverse().Select(number => number.ToString(InvariantCulture)), seen);
    }

    [Fact]
    public async Task The_file_runs_nothing_in_a_spreadsheet()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app);
        await Add(app,
            [Entry("invited", 0, text: "=HYPERLINK(\"http://evil.example\")"), Entry("invited", 0, text: "Lee, \"Ann\"")]);

        var file = await browser.Gets("/admin/audit.csv?act=invited");

        Assert.Equal("text/csv", file.Type);
        var lines = file.Source.TrimStart('\uFEFF').Split("\r\n");
        Assert.Equal("Time,User,Action,Object,Object ID,Details,IP address", lines[0]);
        Assert.Equal("2026-05-01 12:00:00Z,Somebody,invited,lead,7,\"Lee, \"\"Ann\"\"\",", lines[1]);
        Assert.Contains(",\"'=HYPERLINK(\"\"http://evil.example\"\")\",", lines[2], StringComparison.Ordinal);
        Assert.Equal(["Exported"], await Acts(browser));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49 30", "'+49 30")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\uFF1D1+1", "'\uFF1D1+1")]
    [InlineData("  =1", "'  =1")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("a=1", "a=1")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("", "")]
    [InlineData(null, "")]
    [InlineData("'=1", "''=1")]
    [InlineData("\uFF1D1", "'\uFF1D1")]
    public void A_cell_is_text(string? text, string cell)
    {
        using var line = new StringWriter();
        using (var csv = Csv.Writer(line))
            csv.WriteCells(["before", text]);

        Assert.Equal($"before,{cell}\r\n", line.ToString());
        Assert.Equal(text ?? "", Csv.Plain(cell.Trim('"')));
    }

    private static Task<Page> Follows(AdminBrowser browser, Page page, string text) =>
        browser.Gets(page.Html.QuerySelectorAll("a").Single(link => link.TextContent == text).GetAttribute("href")!);

    private static async Task<IEnumerable<string>> Acts(AdminBrowser browser) =>
        (await browser.Gets("/admin/audit?act=exported")).Html.QuerySelectorAll("tbody tr td:nth-child(3)")
            .Select(cell => cell.TextContent.Trim());

    private static async Task<IEnumerable<string>> Texts(AdminBrowser browser, string query) =>
        TextsOn(await browser.Gets("/admin/audit" + query));

    private static IEnumerable<string> TextsOn(Page page) =>
        page.Html.QuerySelectorAll("tbody td:nth-child(3) .under").Select(text => text.TextContent);

    private static AuditEntry Entry(string act, int day, Guid? user = null, string? text = null) => new()
    {
        At = Start.AddDays(day),
        UserId = user,
        Who = "Somebody",
        Act = act,
        Kind = "lead",
        SubjectId = "7",
        Text = text ?? day.ToString(InvariantCulture),
        Address = "",
    };

    private static Task<int> Add(TestApp app, IEnumerable<AuditEntry> entries) => app.Query(async db =>
    {
        foreach (var entry in entries)
        {
            db.AuditEntries.Add(entry);
            await db.SaveChangesAsync();
        }
        return 0;
    });
}
