using LeadCapture.Booth;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Booth;

/// What became of all that was captured at an event.
public class EventReportTests
{
    [Fact]
    public async Task It_counts_what_was_captured_what_is_here_and_what_became_of_it()
    {
        await using var app = await TestApp.StartAtRest();
        using var admin = await AdminBrowser.SignedIn(app);
        var id = await admin.MakesEvent(app);
        var (left, right) = (await Tablet.Paired(app, await admin.Invites(id, "Left")), await Tablet.Paired(app, await admin.Invites(id, "Right")));
        SealedLead[] leads =
        [
            left.Captures(BoothSteps.Ann), left.Captures(("email", "no address")), left.Seals("unreadable", ++left.Captured), left.Captures(("email", "d@example.com")),
            left.Captures(("email", "e@example.com")),
        ];
        app.Clock!.Advance(TimeSpan.FromMinutes(3));
        await left.HandsOver(leads[..3]);
        await right.HandsOver("bob@example.com");
        await app.Settles();

        var page = await admin.Gets($"/admin/events/{id}/report");

        Assert.Equal(("6", "4", "2"), (Count(page, "Captured"), Count(page, "Received"), Count(page, "Not received yet")));
        Assert.Equal(("2", "1", "1", "0"), (Count(page, "Delivered"), Count(page, "Needs attention"), Count(page, "Not decrypted"), Count(page, "On the way")));
        Assert.Equal(("5", "3", "2"), page.LedgerOf(left));
        Assert.Equal(("1", "1", "0"), page.LedgerOf(right));
        Assert.Equal("2 leads are still on Left", page.Html.QuerySelector("[data-verdict=missing] .gate-title")!.TextContent);
        Assert.Equal("half within 3 minutes, 95% within 3 minutes", page.Fact("To LeadCapture"));
        Assert.Equal(app.Clock.GetUtcNow().ToString("yyyy-MM-dd HH:00", InvariantCulture),
            page.Html.QuerySelectorAll("[aria-labelledby=hours-title] tbody tr td:first-child")[^1].TextContent);
    }

    [Fact]
    public async Task It_says_when_every_lead_is_here_and_how_fresh_that_is()
    {
        await using var app = await TestApp.StartAtRest();
        using var viewer = await AdminBrowser.SignedIn(app, Role.Viewer);
        using var admin = await AdminBrowser.SignedIn(app);
        var id = await admin.MakesEvent(app);
        var tablet = await Tablet.Paired(app, await admin.Invites(id, "Tablet B"));
        await tablet.HandsOver(tablet.Captures(BoothSteps.Ann));
        await app.Settles();

        var now = await viewer.Gets($"/admin/events/{id}/report");
        app.Clock!.Advance(TimeSpan.FromHours(2));
        var later = await viewer.Gets($"/admin/events/{id}/report");

        Assert.Equal("All captured leads have arrived", now.Html.QuerySelector("[data-verdict=complete]")!.TextContent.Trim());
        Assert.Contains("Tablet B: last seen 2 hours ago", later.Html.QuerySelector("[data-verdict=complete]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_one_missing_lead_it_speaks_of_one()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var id = await admin.MakesEvent(app);
        var tablet = await Tablet.Paired(app, await admin.Invites(id, "Tablet B"));
        tablet.Captures(BoothSteps.Ann);
        await tablet.HandsOver(tablet.Captures(("email", "bob@example.com")));

        var page = await admin.Gets($"/admin/events/{id}/report");

        Assert.Equal("1 lead is still on Tablet B", page.Html.QuerySelector("[data-verdict=missing] .gate-title")!.TextContent);
    }

    [Fact]
    public async Task A_lead_stays_with_the_event_where_it_was_captured()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var (fair, open) = (await admin.MakesEvent(app), await admin.MakesEvent(app, "Open day"));
        var tablet = await Tablet.Paired(app, await admin.Invites(fair));
        SealedLead[] early = [tablet.Captures(BoothSteps.Ann), tablet.Captures(("email", "bob@example.com"))];
        await tablet.HandsOver(early[..1]);

        await admin.Does($"/admin/devices/{tablet.Id}", ("name", "Moved"), ("at", open.ToString(InvariantCulture)));
        tablet.TakesOver((await Json.Of(await tablet.AsksForSetup())).Body);
        var later = tablet.Captures(("email", "cleo@example.com"));
        await tablet.HandsOver(later);
        var (atFair, atOpen) = (await admin.Gets($"/admin/events/{fair}/report"), await admin.Gets($"/admin/events/{open}/report"));
        await tablet.HandsOver(early[1]);

        // The missing one may be of either.
        Assert.Equal((("2", "1", "1"), ("2", "1", "1")), (atFair.LedgerOf(tablet), atOpen.LedgerOf(tablet)));
        Assert.Contains("This tablet has moved to Open day", atFair.Html.QuerySelector("[data-verdict=missing]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((("2", "2", "0"), ("1", "1", "0")), ((await admin.Gets($"/admin/events/{fair}/report")).LedgerOf(tablet),
            (await admin.Gets($"/admin/events/{open}/report")).LedgerOf(tablet)));
        var list = await admin.Gets("/admin/devices");
        Assert.Contains("2 leads", list.Html.QuerySelector($"[data-event='{fair}'] .under")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 lead", list.Html.QuerySelector($"[data-event='{open}'] .under")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_file_has_a_line_for_each_number_and_names_nobody()
    {
        await using var app = await TestApp.Start();
        using var viewer = await AdminBrowser.SignedIn(app, Role.Viewer);
        using var admin = await AdminBrowser.SignedIn(app);
        var id = await admin.MakesEvent(app, "Spring fair 2027: Köln!");
        var tablet = await Tablet.Paired(app, await admin.Invites(id, "=cmd"));
        tablet.Captures(("email", "lost@example.com"));
        await tablet.HandsOver(tablet.Captures(BoothSteps.Ann));
        await app.IsDelivered(LeadSteps.Ann);

        var file = await viewer.Gets($"/admin/events/{id}/report.csv");
        var lines = file.Source.TrimStart('\uFEFF').Split("\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        Assert.Equal("text/csv", file.Type);
        Assert.Equal(3, lines.Length);
        Assert.Equal("Tablet,Number,Captured (UTC),Received (UTC),State,Delivered (UTC),Lead ID", lines[0]);
        Assert.StartsWith("'=cmd,1,,,Not received yet,", lines[1], StringComparison.Ordinal);
        Assert.Contains("Delivered", lines[2], StringComparison.Ordinal);
        Assert.DoesNotContain("ann@", file.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_without_leads_and_one_that_is_none_have_their_own_word()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var id = await admin.MakesEvent(app);

        Assert.Equal("No leads yet", (await admin.Gets($"/admin/events/{id}/report")).Html.QuerySelector(".empty h2")!.TextContent);
        foreach (var page in (string[])["report", "report.csv", "ready", "key"])
            Assert.Equal((page, 404), (page, (await admin.Gets("/admin/events/99/" + page)).Status));
    }

    [Fact]
    public async Task The_page_of_a_lead_says_where_it_was_captured()
    {
        await using var app = await TestApp.StartAtRest();
        using var admin = await AdminBrowser.SignedIn(app);
        var id = await admin.MakesEvent(app);
        var tablet = await Tablet.Paired(app, await admin.Invites(id, "Tablet B"));
        var captured = app.Clock!.GetUtcNow();
        var lead = tablet.Captures(BoothSteps.Ann);
        app.Clock.Advance(TimeSpan.FromHours(3));
        await tablet.HandsOver(lead);
        await app.Submits("web@example.com");

        const string Times = "d MMM yyyy, HH:mm:ss 'UTC'";
        Assert.Equal($"Captured on Tablet B at Spring fair, {captured.ToString(Times, InvariantCulture)}, received "
            + captured.AddHours(3).ToString(Times, InvariantCulture), (await admin.Gets(await app.PathOf(LeadSteps.Ann))).Fact("Captured"));
        Assert.Null((await admin.Gets(await app.PathOf("web@example.com"))).Html.QuerySelector("[data-booth]"));
    }

    private static string? Count(Page page, string label) => page.Html.QuerySelectorAll(".report-counts dt")
        .Single(term => term.TextContent == label).NextElementSibling?.TextContent;
}
