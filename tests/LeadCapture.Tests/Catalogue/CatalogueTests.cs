using LeadCapture.Catalogue;
using LeadCapture.Deliveries;
using LeadCapture.Sandbox;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace LeadCapture.Tests.Catalogue;

/// What Reply.io has, kept here.
public class CatalogueTests
{
    [Fact]
    public async Task Custom_fields_sequences_and_lists_are_read_and_kept_over_a_start()
    {
        await using var first = await TestApp.Start();
        Assert.False((await first.Catalogue().Get()).IsRead);
        first.ReplyIo.State.AddCustomField("Seats", isNumber: true);
        await first.Checks();
        await first.Stop();

        await using var app = await TestApp.Start(new TestAppPlan { Continues = first, OwnsData = false });
        var known = await app.Catalogue().Get();

        Assert.Equal([("leadSource", false), ("budget", false), ("Seats", true)], known.Fields.Select(field => (field.Title, field.IsNumber)));
        Assert.Equal(
            [(100, "Active", false), (200, "Active", false), (300, "Active", false), (400, "Paused", false), (500, "Paused", true)],
            known.Sequences.Select(sequence => (sequence.Id, sequence.Status, sequence.IsArchived)));
        Assert.Equal([new(10, "Call back", false), new(11, "Trade fair", true), new(12, "Newsletter", false)], known.Lists);
        Assert.True(known.IsRead);
        Assert.Null(known.Problem);
    }

    [Theory]
    [InlineData(Scene.NoScope, SceneReach.AsScene, CatalogueGap.NotPermitted, "The API key may not read custom fields.")]
    [InlineData(Scene.BadKey, SceneReach.EveryCall, CatalogueGap.NotPermitted, "The API key is missing or wrong.")]
    [InlineData(Scene.NoLookUp, SceneReach.EveryCall, CatalogueGap.NotOffered, "Reply.io does not list its custom fields at this address.")]
    [InlineData(Scene.ServerError, SceneReach.EveryCall, CatalogueGap.NotRead, "Reply.io's custom fields could not be read.")]
    [InlineData(Scene.Html, SceneReach.EveryCall, CatalogueGap.NotRead, "Reply.io returned an unexpected response (status 200).")]
    public async Task What_cannot_be_read_again_stays_as_it_was_and_says_why(Scene scene, SceneReach reach, CatalogueGap gap, string words)
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Admin);
        await app.Checks();
        app.ReplyIo.State.RenameCustomField("budget", "Budget 2027");
        app.ReplyIo.State.Play(new(scene, Only: reach));

        var page = await browser.Does(DriftSteps.Page + "/check");

        Assert.StartsWith("Check failed.", page.News, StringComparison.Ordinal);
        Assert.Contains(words, page.News, StringComparison.Ordinal);
        Assert.Contains(words, page.Main.TextContent, StringComparison.Ordinal);
        var known = await app.Catalogue().Get();
        Assert.Equal((gap, true, true), (known.Problem!.Gap, known.IsRead, known.Find("BUDGET") is not null));
        Assert.Equal(GateReason.None, (await app.Gate()).Reason);
        app.ReplyIo.State.Play(Scene.Normal);
        Assert.Null((await app.Checks()).Problem);
    }

    [Fact]
    public async Task A_check_is_paid_from_the_calls_of_leads_and_waits_where_there_are_none()
    {
        await using var app = await TestApp.StartAtRest("Reply:RequestsPerMinute=5", "Reply:RequestsPerHour=0");
        await app.Checks();
        await app.SubmitsInTurn(ClockSteps.People(4));

        Assert.Equal(5, app.ReplyIo.State.Received);
        Assert.Equal(CatalogueGap.LimitReached, (await app.Checks()).Problem?.Gap);
        Assert.Equal(5, app.ReplyIo.State.Received);

        await app.Passes(TimeSpan.FromMinutes(1));
        Assert.Equal(7, app.ReplyIo.State.Received);
        await app.Passes(TimeSpan.FromMinutes(1));
        Assert.Null((await app.Checks()).Problem);
        Assert.Equal(10, app.ReplyIo.State.Received);
    }

    [Fact]
    public async Task A_sequence_or_a_list_that_Reply_io_has_no_longer_is_gone()
    {
        await using var app = await TestApp.Start();
        Assert.False((await app.Catalogue().Get()).IsSequenceGone(300));
        await app.Checks();
        app.ReplyIo.State.RemoveSequence(300);
        app.ReplyIo.State.RemoveList(11);
        app.ReplyIo.State.ChangeSequence(400, SequenceState.Archived);

        var known = await app.Checks();

        Assert.Equal((true, false, true), (known.IsSequenceGone(300), known.IsSequenceGone(400), known.FindSequence(400)!.IsArchived));
        Assert.Equal((true, false, "Newsletter"), (known.IsListGone(11), known.IsListGone(12), known.FindList(12)?.Name));
    }

    [Theory]
    [InlineData(1, true, false)]
    [InlineData(2, false, true)]
    public async Task Sequences_or_lists_that_cannot_be_read_stay_as_they_were(int good, bool keepsSequence, bool keepsList)
    {
        await using var app = await TestApp.Start();
        await app.Checks();
        app.ReplyIo.State.RemoveSequence(300);
        app.ReplyIo.State.RemoveList(11);
        app.ReplyIo.State.Play(new(Scene.Normal, Calls: good, Only: SceneReach.Account));
        app.ReplyIo.State.Play(new(Scene.NoScope, Calls: 1));

        var known = await app.Checks();

        Assert.Null(known.Problem);
        Assert.Equal((keepsSequence, keepsList), (known.FindSequence(300) is not null, known.FindList(11) is not null));
        Assert.Equal(6, app.ReplyIo.State.Received);
    }

    [Fact]
    public async Task With_more_than_is_read_nothing_is_said_to_be_gone_and_no_more_calls_are_made()
    {
        await using var app = await TestApp.Start();
        for (var made = 0; made < 300; made++)
            app.ReplyIo.State.AddSequence($"Sequence {made}");

        var known = await app.Checks();

        Assert.Equal((300, false, true), (known.Sequences.Count, known.IsSequenceGone(7), known.IsListGone(7)));
        Assert.Equal(5, app.ReplyIo.State.Received);
    }

    [Fact]
    public async Task While_sending_is_paused_nothing_is_asked()
    {
        await using var app = await TestApp.Start();
        await app.Services.GetRequiredService<GateSwitch>().Pause("moving");

        Assert.Equal(CatalogueGap.SendingPaused, (await app.Checks()).Problem?.Gap);
        Assert.Equal(0, app.ReplyIo.State.Received);
    }

    [Fact]
    public async Task Without_a_key_there_is_nothing_to_ask()
    {
        await using var app = await TestApp.Start(new TestAppPlan { ApiKey = "" });

        Assert.Equal(CatalogueGap.NoKey, (await app.Checks()).Problem?.Gap);
    }

    [Fact]
    public async Task A_check_that_hits_the_rate_limit_pauses_leads_as_long_as_Reply_io_asks()
    {
        await using var app = await TestApp.StartAtRest();
        app.ReplyIo.State.Play(new(Scene.RateLimited, Calls: 1, RetryAfter: TimeSpan.FromSeconds(20)));

        Assert.Equal(CatalogueGap.NotRead, (await app.Checks()).Problem?.Gap);
        await app.SubmitsInTurn("ann@example.com");
        Assert.Equal(1, app.ReplyIo.State.Received);

        await app.Passes(TimeSpan.FromSeconds(20));
        Assert.True(await app.AllAre(DeliveryState.Delivered));
    }

    [Fact]
    public async Task It_is_read_soon_after_the_first_start_then_each_night_and_an_hour_later_where_that_fails()
    {
        // Half past midnight where the server stands.
        var clock = new FakeTimeProvider(new(2027, 3, 1, 0, 30, 0, TimeSpan.FromHours(1)));
        clock.SetLocalTimeZone(TimeZoneInfo.CreateCustomTimeZone("Here", TimeSpan.FromHours(1), "Here", "Here"));
        await using var app = await TestApp.Start(new TestAppPlan { Clock = clock, Catalogue = CatalogueSchedule.Nightly });
        var night = new DateTime(2027, 3, 1, 2, 0, 0, DateTimeKind.Utc);

        await app.IsRead();
        await IsDueAt(app, night);
        Assert.Null((await app.Catalogue().Get()).Problem);

        app.ReplyIo.State.Play(Scene.NoScope, calls: 1);
        clock.Advance(night - clock.GetUtcNow());
        await TestApp.Eventually(async () => (await app.Catalogue().Get()).Problem is not null, "a look that failed");
        await IsDueAt(app, night.AddHours(1));

        clock.Advance(CatalogueSchedule.Nightly.Again);
        await IsDueAt(app, night.AddDays(1));
        Assert.Equal(7, app.ReplyIo.State.Received);
    }

    [Fact]
    public async Task Of_several_nodes_one_reads_it()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var first = await TestApp.Start(new TestAppPlan { Clock = clock, Catalogue = CatalogueSchedule.Nightly });
        if (!TestApp.OnPostgreSql)
            return;
        await using var second = await TestApp.Start(
            new TestAppPlan { Clock = clock, Catalogue = CatalogueSchedule.Nightly, Continues = first, OwnsData = false });

        await second.IsRead();
        clock.Advance(CatalogueSchedule.Nightly.Pause);
        await first.Settles();

        Assert.Equal(3, first.ReplyIo.State.Received);
    }

    private static Task IsDueAt(TestApp app, DateTime time) => TestApp.Eventually(
        async () => (await app.Query(db => db.Set<StoredCatalogue>().AsNoTracking().SingleAsync())).NextAt == time, $"due at {time:O}");
}
