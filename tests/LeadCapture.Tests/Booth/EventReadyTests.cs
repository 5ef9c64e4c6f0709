using LeadCapture.Booth;
using LeadCapture.Deliveries;
using LeadCapture.Forms.Fields;
using LeadCapture.Sandbox;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Booth;

/// What must be right before an event.
public class EventReadyTests
{
    [Fact]
    public async Task Everything_is_ready_where_all_of_it_is_right()
    {
        await using var app = await TestApp.StartAtRest();
        using var admin = await AdminBrowser.SignedIn(app);
        var (id, tablet) = await Prepares(app, admin);

        var page = await admin.Gets($"/admin/events/{id}/ready");

        Assert.Equal("", Wrong(page));
        Assert.Equal("Everything is ready", page.Html.QuerySelector("[data-verdict=ready]")!.TextContent.Trim());
        Assert.Equal(15, page.Html.QuerySelectorAll("[data-check]").Length);
        Assert.Equal((await admin.Gets("/admin/devices")).LedgerOf(tablet), ("0", "0", "0"));
    }

    public static TheoryData<string, string> Faults => new()
    {
        { "sending", "and resume, in Settings" }, { "limits", "Raise the call limits" }, { "form", "Open it again" }, { "fields", "badge" }, { "sequences", "Demo" },
        { "seen", "Left" }, { "version", "Left" }, { "persistent", "Left" }, { "storage", "Left" }, { "clock", "Left" }, { "backup", "Not downloaded yet" },
        { "tablets", "No tablet is paired yet" }, { "key", "Save a key" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task What_is_wrong_is_named_with_what_to_do_about_it(string check, string words)
    {
        await using var app = await (check == "key"
            ? TestApp.Start(new TestAppPlan { ApiKey = "", Clock = new(DateTimeOffset.UtcNow) })
            : TestApp.StartAtRest());
        using var admin = await AdminBrowser.SignedIn(app);
        var (id, tablet) = await Prepares(app, admin);
        await Spoil(app, admin, tablet, check);
        using var viewer = await AdminBrowser.SignedIn(app, Role.Viewer);

        var page = await viewer.Gets($"/admin/events/{id}/ready");

        // Without tablets nothing else is said about them; without a key nobody knows what Reply.io has, and nothing gets there.
        Assert.Equal(check == "key" ? "key, fields, test-lead" : check, Wrong(page));
        Assert.Contains(words, page.Html.QuerySelector($"[data-check={check}]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tablets_need_an_https_address()
    {
        await using var app = await TestApp.Start("PublicUrl=http://leads.example.com");
        using var admin = await AdminBrowser.SignedIn(app);
        var id = await admin.MakesEvent(app);

        var page = await admin.Gets($"/admin/events/{id}/ready");

        Assert.Contains("Set PublicUrl to an https address", page.Html.QuerySelector("[data-check=address][data-good=no]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_looks_and_an_admin_has_it_checked_anew()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        using var viewer = await AdminBrowser.SignedIn(app, Role.Viewer);
        var id = await admin.MakesEvent(app);

        var (mine, theirs) = (await admin.Gets($"/admin/events/{id}/ready"), await viewer.Gets($"/admin/events/{id}/ready"));
        var calls = app.ReplyIo.State.Calls.Count;
        var done = await admin.Does($"/admin/events/{id}/ready/check");

        Assert.Equal((200, 200, 0), (mine.Status, theirs.Status, calls));
        Assert.NotNull(mine.Html.QuerySelector("form[action$='/ready/check']"));
        Assert.Null(theirs.Html.QuerySelector("form[action$='/ready/check']"));
        Assert.Equal(403, (await viewer.Posts($"/admin/events/{id}/ready/check")).Status);
        Assert.StartsWith("Reply.io accepts this key.", done.News, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_lead_takes_the_path_of_every_lead_and_says_how_long_it_took()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var id = await admin.MakesEvent(app);
        var before = TestLead(await admin.Gets($"/admin/events/{id}/ready"));

        await admin.Does($"/admin/events/{id}/ready/test", ("email", "test@example.com"));
        await app.IsDelivered("test@example.com");
        var after = await admin.Gets($"/admin/events/{id}/ready");

        Assert.Equal("Not sent yet. Send one below.", before);
        Assert.StartsWith("Reached Reply.io in ", TestLead(after), StringComparison.Ordinal);
        Assert.Single(app.ReplyIo.State.Contacts);
        Assert.Empty(await app.Captures());
    }

    [Fact]
    public async Task A_test_lead_that_is_refused_leads_to_its_page()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var id = await admin.MakesEvent(app);
        app.ReplyIo.State.Play(Scene.Refuse);

        await admin.Does($"/admin/events/{id}/ready/test", ("email", "test@example.com"));
        await app.Reaches("test@example.com", DeliveryState.NeedsAttention);
        var page = await admin.Gets($"/admin/events/{id}/ready");

        Assert.StartsWith("It wasn’t delivered.", TestLead(page), StringComparison.Ordinal);
        var lead = (await app.DeliveryOf("test@example.com")).LeadId;
        Assert.Equal($"/admin/leads/{lead}", page.Html.QuerySelector("[data-check=test-lead] a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ann")]
    [InlineData("ann@example.com, bob@example.com")]
    public async Task A_test_lead_needs_an_address_and_keeps_what_was_typed(string email)
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var id = await admin.MakesEvent(app);

        var page = await admin.Posts($"/admin/events/{id}/ready/test", ("email", email));

        Assert.Equal((422, email), (page.Status, page.Html.QuerySelector("#email")!.GetAttribute("value") ?? ""));
        Assert.Contains("Enter an email address", page.Html.QuerySelector("#email-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await app.Leads());
    }

    private static string TestLead(Page page) => page.Html.QuerySelector("[data-check=test-lead] p")!.TextContent.Trim();

    private static async Task<(int Id, Tablet Tablet)> Prepares(TestApp app, AdminBrowser admin)
    {
        await admin.Does("/admin/events/new", ("name", "Fair"), ("form", "event-booth"), ("startsOn", "2030-03-14"), ("endsOn", "2030-03-15"),
            ("goal", "500"), ("pin", "4711"));
        var id = await app.Query(db => db.Events.Select(one => one.Id).SingleAsync());
        foreach (var field in (string[])["interest", "demo", "leadSource"])
            app.ReplyIo.State.AddCustomField(field);
        await admin.Does($"/admin/events/{id}/ready/check");
        var tablet = await Tablet.Paired(app, await admin.Invites(id, "Left"));
        tablet.Version = (await app.Opens("/booth")).Html.QuerySelector("#app")!.GetAttribute("data-version")!;
        await tablet.HandsOver();
        await admin.Posts($"/admin/events/{id}/key/export");
        await admin.Does($"/admin/events/{id}/ready/test", ("email", "test@example.com"));
        if (app.ReplyIo.State.Calls.Count > 0)
            await app.IsDelivered("test@example.com");
        return (id, tablet);
    }

    private static async Task Spoil(TestApp app, AdminBrowser admin, Tablet tablet, string what)
    {
        switch (what)
        {
            case "sending": await admin.Does("/admin/settings/pause"); break;
            case "limits": await admin.Does("/admin/settings/budget", ("perMinute", "1"), ("perHour", "10")); break;
            case "form": await admin.Posts("/admin/forms/event-booth/close"); break;
            case "fields":
                await app.Publishes("event-booth", form => form.And(new() { Key = "badge", Kind = FieldKinds.Text, Label = "Badge" }));
                break;
            case "sequences":
                var archived = app.ReplyIo.State.AddSequence("Demo", SequenceState.Archived);
                await app.Publishes("event-booth", form => form with { AfterDelivery = new() { SequenceId = archived } });
                await admin.Does($"/admin/events/{await app.Query(db => db.Events.Select(one => one.Id).SingleAsync())}/ready/check");
                break;
            case "seen": app.Clock!.Advance(TimeSpan.FromHours(25)); break;
            case "version": tablet.Version = "000000000000"; break;
            case "persistent": tablet.IsPersistent = false; break;
            case "storage": tablet.StorageQuota = 150_000_000; break;
            case "clock": tablet.Ahead = TimeSpan.FromSeconds(61); break;
            case "backup": await app.Query(db => db.Events.ExecuteUpdateAsync(set => set.SetProperty(one => one.KeyExportedAt, (DateTime?)null))); break;
            case "tablets": await admin.Does($"/admin/devices/{tablet.Id}/revoke"); break;
        }
        if (what is "version" or "persistent" or "storage" or "clock")
            await tablet.HandsOver();
    }

    private static string Wrong(Page page) =>
        string.Join(", ", page.Html.QuerySelectorAll("[data-check][data-good=no]").Select(check => check.GetAttribute("data-check")));
}
