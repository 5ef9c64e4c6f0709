using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Admin;

public class LeadSearchTests
{
    private const string Search = "/admin/leads/search";

    [Fact]
    public async Task All_leads_are_found_by_three_letters_and_the_newest_by_two()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Viewer);
        await app.Arrived("old@far.example", hoursAgo: 9, ("company", "Quixotic Windmills"), ("firstName", "Qi"));
        await browser.Finds("qi", "old");

        await app.Crowd(5000);
        await browser.Finds("rowd1@", "crowd1");

        foreach (var text in (string[])["xotic", "windm", "WIND QUIX", "mills qi", "far.ex", "@far"])
            Assert.Equal((text, "old"), (text, await browser.Found(text)));
        var two = await browser.Searches("qi");
        Assert.Equal("", two.Names());
        Assert.Contains("With one or two letters, only the newest 5,000 leads and the start of email addresses are searched.", two.Main.TextContent, StringComparison.Ordinal);
        Assert.Equal("old", await browser.Found("ol"));
        var many = await browser.Searches("example.com");
        Assert.Contains("Showing the newest 50 of many matches.", many.Main.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Only the start", many.Main.TextContent, StringComparison.Ordinal);
        Assert.Equal(string.Join(',', Enumerable.Range(1, 50).Select(number => $"crowd{number}")), many.Names());
        Assert.Contains("Showing the newest 50", (await browser.Searches("ann")).Main.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lead_is_found_however_its_name_and_number_are_typed()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Viewer);
        await app.IsThanked("/f/contact", ("email", "jorg@one.example"), ("firstName", "Jörg"), ("lastName", "Müller-Weiß"),
            ("company", "Sun & Sea \"Ltd\""), ("phone", "+1 (415) 555-0123"), ("phone2", "030.98 76 54"));
        await app.IsThanked("/f/contact", ("email", "isik@two.example"), ("firstName", "Işık"), ("lastName", "ÖZDEMİR"),
            ("company", "ŁÓDŹ ΟΔΟΣ"));
        await app.IsThanked("/f/contact", ("email", "ivan@three.example"), ("firstName", "Иван"), ("lastName", "Ёлкин"),
            ("company", "株式会社青空"));
        await browser.Finds("three.ex", "ivan");

        foreach (var (text, found) in ((string, string)[])
        [
            ("muller", "jorg"), ("MÜLLER", "jorg"), ("weiss", "jorg"), ("sea sun", "jorg"), ("muller, jorg", "jorg"), ("555 0123", "jorg"),
            ("4155550123", "jorg"), ("(415) 555", "jorg"), ("+1 (415) 555-0123", "jorg"), ("030 987654", "jorg"),
            ("+49 30 98", ""), ("0004155", "jorg"),
            ("ISIK", "isik"), ("ışık özd", "isik"), ("IŞIK", "isik"), ("özdemir", "isik"), ("ozdemır", "isik"), ("lodz οδος", "isik"),
            ("иван елкин", "ivan"), ("株式会社", "ivan"), ("会社青", "ivan"),
            ("example", "ivan,isik,jorg"), ("two muller", ""), ("\"ltd\" sea", "jorg"),
        ])
            Assert.Equal((text, found), (text, await browser.Found(text)));
    }

    [Fact]
    public async Task Signs_of_a_query_are_letters_like_others()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Viewer);
        await app.IsThanked("/f/contact", ("email", "plain@example.com"), ("firstName", "Nora"), ("company", "Near and far"));
        await app.IsThanked("/f/contact", ("email", "odd@example.com"), ("firstName", "Odd"), ("company", "100%_sure* (\"NOT\") a\\b ^x:y {z} -q+"));
        await browser.Finds("sure", "odd");

        foreach (var (text, found) in ((string, string)[])
        [
            ("100%_s", "odd"), ("sure*", "odd"), ("(\"not\")", "odd"), ("a\\b", "odd"), ("^x:y", "odd"), ("{z}", "odd"), ("-q+", "odd"),
            ("nor*", ""), ("n%a", ""), ("nor_", ""), ("%", "odd"), ("_", "odd"), ("*", "odd"), ("\"", "odd"), ("\"\"\"", ""), ("near AND far", "plain"),
            ("nora OR odd", ""), ("nora NOT odd", ""), ("NEAR(nora odd)", ""), ("words:nora", ""), ("nora\"", ""), ("\"nora\"", ""),
            ("'; DROP TABLE leads", ""), ("' OR 1=1", ""),
        ])
            Assert.Equal((text, found), (text, await browser.Found(text)));
        Assert.DoesNotContain(await app.EndsWithLog(), line => line.Contains("nora", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_corrected_lead_is_found_by_what_it_says_now()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.IsThanked("/f/contact", ("email", "ann@example.com"), ("lastName", "Wrongname"), ("company", "Keptcorp"));
        await browser.Finds("wrongname", "ann");

        await app.IsDelivered("ann@example.com");
        await browser.SendsForm(await browser.Gets(await app.PathOf("ann@example.com") + "/correction"), "save",
            ("lastName", "Rightname"), ("why", "a typing error"));

        Assert.Equal(("", "ann", "ann"), (await browser.Found("wrongname"), await browser.Found("rightname"), await browser.Found("keptcorp")));
    }

    [Fact]
    public async Task A_correction_that_is_faster_than_the_index_stays()
    {
        await using var app = await TestApp.StartAtRest();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.IsThanked("/f/contact", ("email", "ann@example.com"), ("lastName", "Wrongname"));
        await app.IsDelivered("ann@example.com");
        await browser.SendsForm(await browser.Gets(await app.PathOf("ann@example.com") + "/correction"), "save",
            ("lastName", "Rightname"), ("why", "a typing error"));
        await app.IsThanked("/f/contact", ("email", "bob@example.com"), ("lastName", "Later"));

        Assert.Equal("ann", await browser.Found("rightname"));
        await app.Finds(browser, "later", "bob");
        Assert.Equal(("", "ann"), (await browser.Found("wrongname"), await browser.Found("rightname")));
    }

    [Fact]
    public async Task A_lead_that_is_stored_late_is_found()
    {
        await using var app = await TestApp.StartAtRest();
        using var browser = await AdminBrowser.SignedIn(app, Role.Viewer);
        await app.IsThanked("/f/contact", ("email", "bob@example.com"), ("lastName", "Prompt"));
        await app.Finds(browser, "prompt", "bob");

        await app.Arrived("late@example.com", hoursAgo: 0.05, ("lastName", "Tardy"));

        await app.Finds(browser, "tardy", "late");
    }

    [Fact]
    public async Task A_lead_is_found_although_the_clock_was_set_back()
    {
        var ahead = await TestApp.Start(new TestAppPlan { Clock = new(DateTimeOffset.UtcNow.AddHours(5)) });
        using (var before = await AdminBrowser.SignedIn(ahead, Role.Viewer))
        {
            await ahead.IsThanked("/f/contact", ("email", "bob@example.com"), ("lastName", "Future"));
            await ahead.Finds(before, "future", "bob");
        }
        await ahead.Stop();

        await using var app = await TestApp.Start(new TestAppPlan { Continues = ahead, Clock = new(DateTimeOffset.UtcNow) });
        using var browser = await AdminBrowser.SignedIn(app, Role.Viewer, "later@example.com");
        await app.Finds(browser, "future", "bob");
        await app.IsThanked("/f/contact", ("email", "ann@example.com"), ("lastName", "Present"));

        await app.Finds(browser, "present", "ann");
    }

    [Fact]
    public async Task Leads_from_before_there_was_an_index_are_found()
    {
        var before = await TestApp.Start();
        await before.Crowd(600);
        await before.IsThanked("/f/contact", ("email", "ann@example.com"), ("lastName", "Firstborn"));
        await before.Query(db => db.Database.ExecuteSqlRawAsync(
            "DROP TABLE IF EXISTS search_trigrams; DROP TABLE search_entries; DROP TABLE search_marks"));

        await using var app = await before.StartsAgain();
        using var browser = await AdminBrowser.SignedIn(app, Role.Viewer);

        await browser.Finds("firstborn", "ann");
        await browser.Finds("rowd600@", "crowd600");
    }

    [Fact]
    public async Task Whatever_a_program_that_was_killed_had_not_reached_is_found()
    {
        var data = await TestApp.Start();
        await data.Submits("first@example.com");
        await data.Stop();
        await using (var program = await TestProgram.Start(data))
        {
            await Task.WhenAll(Enumerable.Range(1, 40).Select(number => program.Submits($"killed{number}@example.com")));
            await program.Dies();
        }

        await using var app = await TestApp.Start(new TestAppPlan { Continues = data });
        using var browser = await AdminBrowser.SignedIn(app, Role.Viewer);

        await browser.FindsAll("illed", 40);
        await browser.Finds("irst@", "first");
    }

    [Fact]
    public async Task Each_of_several_nodes_finds_the_leads_of_all()
    {
        if (!TestApp.OnPostgreSql)
            return;
        await using var app = await TestApp.Start();
        await using var other = await TestApp.Start(new TestAppPlan { Continues = app, OwnsData = false });
        using var browser = await AdminBrowser.SignedIn(app, Role.Viewer);
        await Task.WhenAll(Enumerable.Range(1, 20).SelectMany(number =>
            (Task[])[app.Submits($"here{number}@one.example"), other.Submits($"there{number}@two.example")]));

        await browser.FindsAll(".example ann", 40);
    }

    [Fact]
    public async Task What_is_searched_for_is_posted_alone()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Viewer);

        Assert.NotEqual(200, (await browser.Gets(Search + "?text=ann")).Status);
    }
}
