using LeadCapture.Leads;
using LeadCapture.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Forms;

/// When a form takes visitors, and that a page which was open before is taken for ever.
public class OpeningTests
{
    private const string Form = "/f/landing-page";
    private const string Api = "/api/forms/landing-page";
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly (string, string)[] Ann = [Visits.Email, ("firstName", "Ann"), .. Visits.Consent];

    public static TheoryData<string> Shapes => ["", "/embed", "/booth"];

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task A_form_that_opens_later_says_when(string shape)
    {
        await using var app = await TestApp.StartAtRest();
        var opens = new DateTimeOffset(app.Clock!.GetUtcNow().Year + 1, 3, 12, 9, 0, 0, TimeSpan.FromHours(1));
        await app.Publishes("landing-page", form => form with { OpensAt = opens, TimeZone = "Europe/Berlin", ClosedText = "Too late." });

        var page = await app.Opens(Form + shape);

        Assert.Equal((200, "closed"), (page.Status, page.Main.GetAttribute("data-state")));
        Assert.Equal($"This form opens on 12 March {opens.Year}, 9:00 (Berlin).", page.Html.QuerySelector(".lead")!.TextContent);
        Assert.Empty(page.Inputs);
        Assert.DoesNotContain("Too late.", page.Source, StringComparison.Ordinal);
        Assert.DoesNotContain(Form + "\"", (await app.Opens("/")).Source, StringComparison.Ordinal);
        Assert.Equal(("False", "no-store"), ((await app.Asks(Api))["open"], page.Headers.CacheControl?.ToString()));
    }

    [Fact]
    public async Task It_opens_and_closes_by_the_clock()
    {
        await using var app = await TestApp.StartAtRest();
        var now = app.Clock!.GetUtcNow();
        await app.Publishes("landing-page", form => form with { OpensAt = now + Hour, ClosesAt = now + 2 * Hour });

        List<int> sizes = [(await app.Opens(Form)).Inputs.Count];
        app.Clock.Advance(Hour);
        sizes.Add((await app.Opens(Form)).Inputs.Count);
        var start = await app.Opens("/");
        var open = await app.Asks(Api);
        app.Clock.Advance(Hour);
        sizes.Add((await app.Opens(Form)).Inputs.Count);

        Assert.Equal((0, true, 0), (sizes[0], sizes[1] > 3, sizes[2]));
        Assert.Contains($"href=\"{Form}\"", start.Source, StringComparison.Ordinal);
        Assert.Equal(("True", now + Hour, now + 2 * Hour),
            (open["open"], open.Body.GetProperty("opensAt").GetDateTimeOffset(), open.Body.GetProperty("closesAt").GetDateTimeOffset()));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task A_closed_form_says_so_in_its_own_words(string shape)
    {
        await using var app = await TestApp.Start();
        await app.Publishes("landing-page", form => form with
        {
            ClosesAt = DateTimeOffset.UtcNow - Hour,
            ClosedText = "See you **next year**: [dates](https://example.com/dates)",
        });

        var page = await app.Opens(Form + shape);

        Assert.Equal((410, "closed", "This form is closed."),
            (page.Status, page.Main.GetAttribute("data-state"), page.Html.QuerySelector(".lead")!.TextContent));
        Assert.Equal("next year", page.Main.QuerySelector("strong")!.TextContent);
        Assert.Equal(shape == "/booth" ? null : "https://example.com/dates", page.Main.QuerySelector("a")?.GetAttribute("href"));
        Assert.Empty(page.Inputs);
        Assert.DoesNotContain(Form, (await app.Opens("/")).Source, StringComparison.Ordinal);
        Assert.Equal("False", (await app.Asks(Api))["open"]);
    }

    [Fact]
    public async Task A_form_is_closed_and_opened_by_hand()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);

        await admin.Posts("/admin/forms/landing-page/close");
        var closed = await app.Opens(Form);
        await admin.Posts("/admin/forms/landing-page/open");

        Assert.Equal((410, 200), (closed.Status, (await app.Opens(Form)).Status));
        Assert.Contains("It no longer accepts answers.", closed.Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "close")]
    [InlineData("/embed", "close")]
    [InlineData("/booth", "close")]
    [InlineData("", "archive")]
    [InlineData("/embed", "archive")]
    public async Task A_page_that_was_open_before_is_taken(string shape, string act)
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var before = await app.Opens(Form + shape);
        // Another version in between: the page says its own.
        await app.Publishes("landing-page", form => form with { Title = "Another", ClosesAt = DateTimeOffset.UtcNow - Hour });
        await admin.Posts($"/admin/forms/landing-page/{act}");

        var thanks = await app.IsThanked(Form + shape, [.. before.Inputs.Where(input => input.Name != "email"), Visits.Email]);

        Assert.Equal("ann@example.com", thanks.Fact("Work email"));
        Assert.Equal(1, await app.Query(db => db.Leads.CountAsync()));
    }

    [Fact]
    public async Task An_archived_form_is_as_if_it_were_none()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);

        await admin.Posts("/admin/forms/landing-page/archive");

        foreach (var shape in new[] { "", "/embed", "/booth" })
            Assert.Equal(404, (await app.Opens(Form + shape)).Status);
        Assert.Equal(404, (await app.Sends(Form, Ann)).Status);
        Assert.Equal(404, (await app.Sends(Form, [.. Ann, ("action", "add-row")])).Status);
        Assert.Equal(404, (await app.Asks(Api)).Status);
        Assert.Equal(404, (await app.Creates("""{"email":"ann@example.com"}""", "landing-page")).Status);
        Assert.DoesNotContain(Form, (await app.Opens("/")).Source, StringComparison.Ordinal);
        Assert.Equal(0, await app.Query(db => db.Leads.CountAsync()));

        await admin.Posts("/admin/forms/landing-page/restore");
        Assert.Equal(200, (await app.Opens(Form)).Status);
    }

    [Fact]
    public async Task A_post_of_no_page_comes_back_with_everything_typed()
    {
        await using var app = await TestApp.Start();
        await app.Publishes("landing-page", form => form with { ClosesAt = DateTimeOffset.UtcNow - Hour });

        var refused = await app.Sends(Form, [.. Ann, ("notes", "<b>Call</b> me"), ("customFields[1].key", "colour"), ("customFields[1].value", "red")]);

        Assert.Equal((422, "This form is closed."), (refused.Status, refused.Html.QuerySelector(".lead")!.TextContent));
        Assert.Equal(("ann@example.com", "Ann", "<b>Call</b> me", "red"),
            (refused.Fact("Work email") ?? refused.Fact("Email address"), refused.Fact("First name"), refused.Fact("Notes"), refused.Fact("colour")));
        Assert.Equal("no-store", refused.Headers.CacheControl?.ToString());
        Assert.Equal(0, await app.Query(db => db.Leads.CountAsync()));
    }

    [Fact]
    public async Task A_version_that_nobody_has_seen_yet_opens_nothing()
    {
        await using var app = await TestApp.Start();
        await app.Publishes("landing-page", form => form with { OpensAt = DateTimeOffset.UtcNow + Hour });
        var version = (await app.Asks(Api))["version"]!;

        Assert.Equal(422, (await app.Sends(Form, [.. Ann, ("version", version)])).Status);
        Assert.Equal(422, (await app.Sends(Form, [.. Ann, ("version", "999")])).Status);
        Assert.Equal(303, (await app.Sends(Form, [.. Ann, ("version", "1")])).Status);
    }

    [Fact]
    public async Task A_program_is_told_and_what_it_sent_before_stays_taken()
    {
        await using var app = await TestApp.Start();
        const string Before = """{"email":"ann@example.com","submissionId":"one"}""";
        var version = (await app.Asks(Api))["version"]!;
        var first = await app.Creates(Before, "landing-page");
        await app.Publishes("landing-page", form => form with { ClosesAt = DateTimeOffset.UtcNow - Hour });

        var again = await app.Creates(Before, "landing-page");
        var refused = await app.Creates("""{"email":"bob@example.com","submissionId":"two"}""", "landing-page");
        var loaded = await app.Creates($$"""{"email":"eve@example.com","submissionId":"three","version":{{version}}}""", "landing-page");

        Assert.Equal((201, 200, 422, 201), (first.Status, again.Status, refused.Status, loaded.Status));
        Assert.Equal(first["leadId"], again["leadId"]);
        Assert.Equal(("application/problem+json", "This form is closed."), (refused.Type, refused["title"]));
        Assert.Equal(int.Parse(version, System.Globalization.CultureInfo.InvariantCulture),
            await app.Query(db => db.Leads.Where(lead => lead.Email == "eve@example.com").Select(lead => lead.FormVersion).SingleAsync()));
    }

    [Fact]
    public async Task A_form_with_a_most_closes_when_it_has_so_many()
    {
        await using var app = await TestApp.StartAtRest();
        await app.Publishes("landing-page", form => form with { MaxLeads = 2, ClosedText = "All seats are taken." });
        var before = await app.Opens(Form);

        await app.Submits("ann@example.com", "landing-page");
        app.Clock!.Advance(TimeSpan.FromMinutes(1));
        var open = await app.Opens(Form);
        await app.Submits("bob@example.com", "landing-page");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var full = await app.Opens(Form);

        Assert.Equal((200, 410), (open.Status, full.Status));
        Assert.Contains("All seats are taken.", full.Source, StringComparison.Ordinal);
        Assert.DoesNotContain(Form, (await app.Opens("/")).Source, StringComparison.Ordinal);
        Assert.Equal(422, (await app.Sends(Form, Ann)).Status);
        await app.IsThanked(Form, [.. before.Inputs.Where(input => input.Name != "email"), ("email", "eve@example.com")]);
    }

    [Fact]
    public async Task Leads_are_counted_once_in_a_while_and_only_where_there_is_a_most()
    {
        var asked = new AskedSql();
        await using var app = await TestApp.Start(new TestAppPlan { Clock = new(DateTimeOffset.UtcNow), Configure = asked.Watch });
        await app.Publishes("event-booth", form => form with { MaxLeads = 1000 });

        foreach (var form in new[] { "landing-page", "event-booth" })
            foreach (var name in new[] { "ann", "bob", "eve" })
            {
                await app.Opens("/f/" + form);
                await app.Submits($"{name}@example.com", form);
            }

        Assert.Single(asked.InOrder, sql => sql.Contains("LIMIT $2) AS found", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_of_a_site_is_told_too()
    {
        await using var app = await TestApp.Start();
        await app.Publishes("landing-page", form => form with { Sites = ["https://www.example.com"], ClosesAt = DateTimeOffset.UtcNow - Hour });

        var page = await app.Opens(Form + "/embed");

        Assert.Equal(StatusCodes.Status410Gone, page.Status);
        Assert.Contains("frame-ancestors 'self' https://www.example.com",
            page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }
}
