using LeadCapture.Admin.Leads;
using LeadCapture.Leads;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Admin;

public class LeadOrderTests
{
    [Theory]
    [InlineData(LeadOrder.Newest, "Newest", "Older")]
    [InlineData(LeadOrder.Oldest, "Oldest", "Newer")]
    [InlineData(LeadOrder.Email, "First page", "Next page")]
    [InlineData(LeadOrder.EmailBackwards, "First page", "Next page")]
    public async Task Every_order_shows_each_lead_once_with_and_without_a_filter(LeadOrder order, string first, string next)
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Viewer);
        for (var number = 0; number < 120; number++)
            await (number % 3 == 0
                ? app.IsThanked("/f/contact", ("linkedInUrl", $"https://linkedin.com/in/{number}"))
                : app.IsThanked(number % 5 == 0 ? "/f/contact/embed" : "/f/contact",
                    ("email", (number % 4 != 0 ? "same" : "Lead" + (number * 7 % 120)) + "@example.com")));
        var all = await app.Query(db => db.Leads.AsNoTracking().ToListAsync());

        foreach (var (query, fits) in (IEnumerable<(string, Func<Lead, bool>)>)
            [("", _ => true), ("&channel=Embed", lead => lead.Channel == "Embed"), ("&form=contact", _ => true), ("&from=2020-01-01", _ => true)])
        {
            List<string> seen = [];
            var url = $"/admin/leads?order={order}{query}";
            for (var place = 0; url is not null; place++)
            {
                var page = await browser.Gets(url);
                seen.AddRange(page.Html.QuerySelectorAll("tbody th a")
                    .Select(link => link.GetAttribute("href")!.Split('/', '?')[3]));
                var words = page.Html.QuerySelectorAll(".pager a").Select(link => link.TextContent).ToList();
                url = page.Html.QuerySelector("a[rel=next]")?.GetAttribute("href");
                Assert.Equal((string[])[.. place > 0 ? [first] : Array.Empty<string>(), .. url is null ? Array.Empty<string>() : [next]], words);
            }
            Assert.Equal(Sorted(all.Where(fits), order).Select(lead => lead.Id.ToString()), seen);
        }
    }

    [Fact]
    public async Task The_headings_say_the_order_and_lead_to_the_other_one_with_the_filter_kept()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Viewer);
        await app.Submits("ann@example.com");
        await app.IsDelivered("ann@example.com");

        var page = await browser.Gets("/admin/leads?state=Delivered");
        Assert.Equal([(null, "?state=Delivered&order=Email"), ("descending", "?state=Delivered&order=Oldest")], Headings(page));
        page = await browser.Gets("/admin/leads?order=Email&state=Delivered");
        Assert.Equal([("ascending", "?state=Delivered&order=EmailBackwards"), (null, "?state=Delivered")], Headings(page));
        Assert.Equal("Email", page.ValueOf("order"));
        Assert.Empty(Headings(await browser.Posts("/admin/leads/search", ("text", "ann@"))));
    }

    private static IEnumerable<Lead> Sorted(IEnumerable<Lead> leads, LeadOrder order) => order switch
    {
        LeadOrder.Newest => leads.OrderByDescending(lead => lead.Id),
        LeadOrder.Oldest => leads.OrderBy(lead => lead.Id),
        LeadOrder.Email => leads.OrderBy(lead => lead.Email is null).ThenBy(lead => lead.Email, StringComparer.Ordinal).ThenBy(lead => lead.Id),
        _ => leads.Where(lead => lead.Email is not null).OrderByDescending(lead => lead.Email, StringComparer.Ordinal)
            .ThenByDescending(lead => lead.Id).Concat(leads.Where(lead => lead.Email is null).OrderBy(lead => lead.Id)),
    };

    private static IEnumerable<(string?, string)> Headings(Page page) => page.Html.QuerySelectorAll("thead th a")
        .Select(link => (link.ParentElement!.GetAttribute("aria-sort"), link.GetAttribute("href")!["/admin/leads".Length..]));
}
