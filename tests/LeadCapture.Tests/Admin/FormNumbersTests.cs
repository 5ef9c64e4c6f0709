using LeadCapture.Forms;
using LeadCapture.Forms.Numbers;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Admin;

/// What visitors do with a form, counted at the front door and shown in the admin area.
public class FormNumbersTests
{
    private const string Numbers = "/admin/forms/landing-page/numbers";
    private static readonly (string, string) Company = ("field", "company");

    [Fact]
    public async Task Views_starts_and_sends_are_counted_by_channel_and_campaign_and_stored_when_the_program_ends()
    {
        var app = await TestApp.Start();
        await app.Opens("/f/landing-page?utm_source=mail&utm_campaign=spring");
        await app.Opens("/f/landing-page?UTM_SOURCE=mail&utm_campaign=spring");
        await app.Opens("/f/landing-page");
        await app.Opens("/f/landing-page/embed?utm_source=ads");
        await app.Opens("/f/landing-page/booth");
        await Tells(app, ("what", "start"), ("shape", "page"), ("utm_source", "mail"), ("utm_campaign", "spring"));
        await Tells(app, ("what", "start"), ("shape", "embed"), ("utm_source", "ads"));
        await app.IsThanked("/f/landing-page", ("email", "ann@example.com"), ("elapsed", "42"),
            ("customFields[0].key", "utm_source"), ("customFields[0].value", "mail"),
            ("customFields[1].key", "utm_campaign"), ("customFields[1].value", "spring"));
        await app.IsThanked("/f/landing-page/embed", ("email", "ben@example.com"), ("elapsed", "44"),
            ("page", "https://www.example.com/offer?utm_source=ads#top"));
        Assert.Equal(201, (await app.Creates("""{ "email": "carl@example.com" }""", "landing-page")).Status);

        await using var next = await app.StartsAgain();
        using var browser = await AdminBrowser.SignedIn(next, Role.Viewer);
        var page = await browser.Gets(Numbers);

        Assert.Equal(("5", "2", "2", "40%", "38 s"), (page.Fact("Views"), page.Fact("Starts"), page.Fact("Sends"),
            page.Fact("Sent by"), page.Fact("Median time")));
        Assert.Equal(
        [
            "Own page|3|1|1|33%", "In a website|1|1|1|100%", "Booth|1|0|0|0%", "Program (API)|0|0|1|None",
        ], Rows(page, "By channel"));
        Assert.Equal(["mail · spring|2|1|1|50%", "No campaign|2|0|0|0%", "ads|1|1|1|100%"], Rows(page, "By campaign"));
        Assert.Equal("5|2|2|40%", Rows(page, "Visitors by day")[0].Split('|', 2)[1]);
        Assert.Equal((14, 90), (Rows(page, "Visitors by day").Count, Rows(await browser.Gets(Numbers + "?days=90"), "Visitors by day").Count));
        Assert.Contains("40% of visitors", (await browser.Gets("/admin/forms")).Main.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_people_stop_is_told_by_the_labels_of_the_form_in_its_order()
    {
        var app = await TestApp.Start();
        await Tells(app, ("what", "stop"), Company);
        await Tells(app, ("what", "stop"), Company);
        await Tells(app, ("what", "stop"), ("key", "CONSENT"), ("shape", "embed"));
        await Tells(app, ("what", "stop"), ("field", "email"));
        await Tells(app, ("what", "back"), ("field", "email"));
        await Tells(app, ("what", "stop"), ("field", "phone"));
        await app.Opens("/f/landing-page");
        await app.Publishes("landing-page", form => form.Map(field => field.Property == "phone" ? ContactFields.Get("city") : field));

        await using var next = await app.StartsAgain();
        using var browser = await AdminBrowser.SignedIn(next, Role.Viewer);
        var rows = Rows(await browser.Gets(Numbers), "Where people stop");

        Assert.Equal(
        [
            "First name|0|0%|", "Last name|0|0%|", "Work email|0|0%|", "Company|2|50%|", "City|0|0%|", "How can we help?|0|0%|",
            "Send me news and offers.|1|25%|", "Fields that the form no longer has|1|25%|",
        ], rows);
    }

    [Fact]
    public async Task What_makes_no_sense_is_passed_over()
    {
        var app = await TestApp.Start();
        foreach (var told in ((string, string)[][])
        [
            [], [("what", "stop")], [("what", "stop"), ("field", "salary")], [("what", "stop"), ("key", "nothing")],
            [("what", "dance"), Company], [("what", "stop"), ("field", "customFields[0].value")],
        ])
            await Tells(app, told);
        await Tells(app, ("what", "start"), ("shape", "<script>"), ("utm_source", "ann@example.com"), ("utm_campaign", "{{campaign}}"));

        using var large = await app.Posts("/f/landing-page/progress", ("what", "stop"), Company, ("more", new string('a', 2000)));
        using var unknown = await app.Posts("/f/unknown/progress", ("what", "start"));
        using var asked = await app.Answers(HttpMethod.Get, "/f/landing-page/progress");

        Assert.Equal((413, 404, 404), ((int)large.StatusCode, (int)unknown.StatusCode, (int)asked.StatusCode));
        await using var next = await app.StartsAgain();
        var count = Assert.Single(await next.Query(db => db.FormCounts.AsNoTracking().ToListAsync()));
        Assert.Equal((Counted.Start, "Page", "", 1L), (count.What, count.Channel, count.Name, count.Count));
    }

    [Fact]
    public async Task Only_what_a_visitor_sees_is_a_view_and_only_a_new_lead_is_a_send()
    {
        var app = await TestApp.Start();
        using var head = await app.Answers(HttpMethod.Head, "/f/landing-page");
        using var early = await app.Answers(HttpMethod.Get, "/f/landing-page", headers: ("Sec-Purpose", "prefetch;prerender"));
        await app.Opens("/f/unknown");
        await app.Sends("/f/landing-page", ("email", "ann@"), ("elapsed", "9"));
        foreach (var _ in Enumerable.Range(0, 2))
            await app.IsThanked("/f/landing-page", Visits.Email, ("submissionId", "the same"), ("elapsed", "-9"));

        await using var next = await app.StartsAgain();

        var count = Assert.Single(await next.Query(db => db.FormCounts.AsNoTracking().ToListAsync()));
        Assert.Equal((Counted.Send, 1L), (count.What, count.Count));
    }

    [Fact]
    public async Task A_form_and_a_day_have_two_hundred_campaigns_and_the_others()
    {
        var app = await TestApp.Start();
        foreach (var number in Enumerable.Range(1, 203))
            await app.Opens($"/f/landing-page?utm_source={number}");
        await app.Opens("/f/landing-page?utm_source=1");
        await app.Opens("/f/contact?utm_source=203&utm_campaign=" + new string('a', 300));

        await using var next = await app.StartsAgain();

        var counts = await next.Query(db => db.FormCounts.AsNoTracking().ToListAsync());
        Assert.Equal(202, counts.Count);
        Assert.Equal(3, counts.Single(count => count.Name == Campaign.Other.Key).Count);
        Assert.Equal(2, counts.Single(count => count.Name == Campaign.Of("1", "").Key).Count);
        Assert.Contains(counts, count => count.Name == Campaign.Of("203", new string('a', 80)).Key);
    }

    [Fact]
    public async Task A_page_that_is_refused_keeps_the_time_that_it_took()
    {
        await using var app = await TestApp.Start();

        Assert.Equal("", (await app.Opens("/f/landing-page?elapsed=7")).ValueOf("elapsed"));
        Assert.Equal("42", (await app.Sends("/f/landing-page", ("email", "ann@"), ("elapsed", "42"))).ValueOf("elapsed"));
        Assert.Equal("", (await app.Sends("/f/landing-page", ("email", "ann@"), ("elapsed", "4e2"))).ValueOf("elapsed"));
    }

    [Fact]
    public async Task A_store_that_takes_no_numbers_takes_leads_and_gets_the_numbers_later()
    {
        await using var app = await TestApp.StartAtRest();
        await app.Query(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE form_counts RENAME TO counts_elsewhere"));
        await app.Opens("/f/landing-page");
        await app.Submits("ann@example.com", "landing-page");

        app.Clock!.Advance(CountWriter.Pause);
        await app.Submits("ben@example.com", "landing-page");
        await app.Query(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE counts_elsewhere RENAME TO form_counts"));

        await TestApp.Eventually(async () =>
        {
            app.Clock.Advance(CountWriter.Pause);
            return await app.Query(db => db.FormCounts.SumAsync(count => count.Count)) == 3;
        }, "the numbers are stored");
        var counts = await app.Query(db => db.FormCounts.AsNoTracking().OrderBy(count => count.What).ToListAsync());
        Assert.Equal([(Counted.View, 1L), (Counted.Send, 2L)], counts.Select(count => (count.What, count.Count)));
    }

    [Fact]
    public async Task Programs_on_one_database_add_up()
    {
        var first = await TestApp.Start();
        // SQLite is for one program alone: there, one after the other.
        var second = await first.Beside();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => second.Opens("/f/landing-page?utm_source=mail")));
        if (TestApp.OnPostgreSql)
            await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => first.Opens("/f/landing-page?utm_source=mail")));
        await Task.WhenAll(first.Stop(), second.Stop());

        await using var last = await first.StartsAgain();

        var count = Assert.Single(await last.Query(db => db.FormCounts.AsNoTracking().ToListAsync()));
        Assert.Equal((Counted.View, TestApp.OnPostgreSql ? 40L : 21L), (count.What, count.Count));
    }

    [Fact]
    public async Task Numbers_are_kept_for_thirteen_months()
    {
        var app = await TestApp.StartAtRest();
        await app.Opens("/f/landing-page");
        var today = DateOnly.FromDateTime(app.Clock!.GetUtcNow().UtcDateTime);
        await app.Query(async db =>
        {
            foreach (var ago in (int[])[400, 401])
                db.FormCounts.Add(new()
                {
                    FormId = 1,
                    Day = FormCount.DayOf(today.AddDays(-ago)),
                    What = Counted.View,
                    Channel = "Page",
                    Name = "",
                    Count = 1,
                });
            return await db.SaveChangesAsync();
        });

        await using var next = await app.StartsAgain();

        var days = await next.Query(db => db.FormCounts.Select(count => count.Day).Order().ToListAsync());
        Assert.Equal([FormCount.DayOf(today.AddDays(-400)), FormCount.DayOf(today)], days);
    }

    [Fact]
    public async Task A_form_that_nobody_has_seen_says_so()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Viewer);

        var page = await browser.Gets(Numbers);

        Assert.Equal("No visitors yet", page.Html.QuerySelector("main h2")!.TextContent);
        Assert.Equal(404, (await browser.Gets("/admin/forms/unknown/numbers")).Status);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("3", 2.5)]
    [InlineData("100 100 100", 105.0)]
    [InlineData("1 8 9000", 7.5)]
    [InlineData("86400", 45000.0)]
    public void The_median_lies_in_the_class_of_the_middle(string times, double? median)
    {
        var counts = times.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(time => Seconds.ClassOf(Seconds.Read(time)!.Value))
            .GroupBy(name => name).ToDictionary(group => group.Key, group => (long)group.Count());

        Assert.Equal(median, Seconds.Median(counts)?.TotalSeconds);
    }

    private static async Task Tells(TestApp app, params (string, string)[] told)
    {
        using var answer = await app.Posts("/f/landing-page/progress", told);
        Assert.Equal(204, (int)answer.StatusCode);
    }

    private static List<string> Rows(Page page, string table) =>
    [
        .. page.Html.QuerySelectorAll($".table-frame[aria-label='{table}'] tbody tr")
            .Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent.Trim()))),
    ];
}
