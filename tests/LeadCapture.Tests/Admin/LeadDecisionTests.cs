using LeadCapture.Admin.Audit;
using LeadCapture.Deliveries;
using LeadCapture.ReplyIo;
using LeadCapture.Sandbox;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static LeadCapture.Tests.Support.LeadSteps;

namespace LeadCapture.Tests.Admin;

public class LeadDecisionTests
{
    [Fact]
    public async Task A_refused_lead_is_sent_again_once_however_often_the_button_is_pressed()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        var page = await browser.Gets(await app.IsRefused());

        var answer = await browser.Decides(page, "resubmit");
        await app.IsDelivered(Ann);
        var second = await browser.Decides(page, "resubmit");

        Assert.Equal(303, answer.Status);
        Assert.Equal(409, second.Status);
        Assert.Contains("has changed since you opened it", second.Summary[0].Message, StringComparison.Ordinal);
        Assert.Equal(1, app.ReplyIo.State.CreatesOf(Ann));
        Assert.Equal([AttemptKind.Create, AttemptKind.Create], (await app.AttemptsOf(Ann)).Select(attempt => attempt.Kind));
        Assert.Equal(DeliveryPriority.Resubmission, (await app.DeliveryOf(Ann)).Priority);
        Assert.Equal(["resubmitted"], await Acts(app));
    }

    [Fact]
    public async Task A_delivered_lead_is_sent_again_only_on_purpose_and_looked_up_first()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.Submits(Ann);
        await app.IsDelivered(Ann);
        var page = await browser.Gets(await app.PathOf(Ann));

        var careless = await browser.Decides(page, "resubmit");
        Assert.Equal((422, "agreed"), (careless.Status, careless.Summary[0].Id));
        await browser.Decides(page, "resubmit", ("agreed", "true"));
        await TestApp.Eventually(async () => (await app.AttemptsOf(Ann)).Count(attempt => attempt.EndedAt != null) == 2, "looked up");

        Assert.Equal(Cause.Found, (await app.AttemptsOf(Ann))[1].Cause);
        Assert.Equal(DeliveryState.Delivered, (await app.DeliveryOf(Ann)).State);
        Assert.Equal(1, app.ReplyIo.State.CreatesOf(Ann));
    }

    [Fact]
    public async Task What_Reply_io_once_answered_stays_while_a_look_up_finds_no_answer()
    {
        await using var app = await TestApp.Start("Reply:RetryBaseDelay=01:00:00");
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.Submits(Ann);
        await app.IsDelivered(Ann);
        app.ReplyIo.State.Play(Scene.ServerError);

        await browser.Decides(await browser.Gets(await app.PathOf(Ann)), "resubmit", ("agreed", "true"));
        await TestApp.Eventually(async () => (await app.DeliveryOf(Ann)).Failures == 1, "tried");

        var delivery = await app.DeliveryOf(Ann);
        Assert.Equal(DeliveryState.Unconfirmed, delivery.State);
        Assert.NotNull(delivery.ContactJson);
        Assert.NotNull(delivery.ContactId);
    }

    [Fact]
    public async Task A_lead_that_may_have_arrived_is_looked_up_before_it_is_sent_again()
    {
        await using var app = await TestApp.Start("Reply:RetryBaseDelay=01:00:00");
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        app.ReplyIo.State.Play(Scene.CutAfter, calls: 1);
        await app.Submits(Ann);
        await app.Reaches(Ann, DeliveryState.Unconfirmed);
        await TestApp.Eventually(async () => (await app.DeliveryOf(Ann)).AttemptId is null, "recorded");

        await browser.Decides(await browser.Gets(await app.PathOf(Ann)), "resubmit");
        await app.IsDelivered(Ann);

        Assert.Equal(1, app.ReplyIo.State.CreatesOf(Ann));
    }

    [Theory]
    [InlineData("resubmit")]
    [InlineData("discard")]
    public async Task While_a_worker_holds_the_lead_nothing_is_changed_and_the_person_is_told(string act)
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        var page = await browser.Gets(await app.IsRefused());
        await app.Leases(held: true);
        var before = await app.DeliveryOf(Ann);

        var answer = await browser.Decides(page, act, ("reason", "no use"));

        Assert.Equal(409, answer.Status);
        Assert.Contains("being sent right now", answer.Summary[0].Message, StringComparison.Ordinal);
        var after = await app.DeliveryOf(Ann);
        Assert.Equal((before.State, before.DueAt, before.AttemptId, before.Reason),
            (after.State, after.DueAt, after.AttemptId, after.Reason));
        Assert.Empty(await Acts(app));
        await app.Leases(held: false);
        Assert.Equal(303, (await browser.Decides(page, act, ("reason", "no use"))).Status);
    }

    [Fact]
    public async Task A_lead_is_discarded_with_a_reason_and_restored()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        var path = await app.IsRefused();
        var page = await browser.Gets(path);

        Assert.Equal((422, "reason"), ((await browser.Decides(page, "discard")) is var bare ? (bare.Status, bare.Summary[0].Id) : default));
        await browser.Decides(page, "discard", ("reason", "asked us to forget it"));
        page = await browser.Gets(path);
        Assert.Contains("asked us to forget it", page.Source, StringComparison.Ordinal);
        Assert.Equal(DeliveryState.Discarded, (await app.DeliveryOf(Ann)).State);
        await browser.Decides(page, "restore");
        Assert.Equal(DeliveryState.NeedsAttention, (await app.DeliveryOf(Ann)).State);
        await browser.Decides(await browser.Gets(path), "resubmit");
        await app.IsDelivered(Ann);

        Assert.Equal(1, app.ReplyIo.State.CreatesOf(Ann));
        Assert.Equal(["discarded", "restored", "resubmitted"], await Acts(app));
    }

    [Fact]
    public async Task A_quarantined_lead_is_released_and_sent()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        var path = await app.IsRefused();
        await app.Query(db => db.Deliveries.ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.State, DeliveryState.Quarantined)));

        Assert.Equal(409, (await browser.Posts(path + "/resubmit", ("attempts", "1"))).Status);
        await browser.Decides(await browser.Gets(path), "release");
        await app.IsDelivered(Ann);

        Assert.Equal(1, app.ReplyIo.State.CreatesOf(Ann));
        Assert.Equal(["released"], await Acts(app));
    }

    [Fact]
    public async Task The_page_shows_every_attempt_and_what_differs_and_offers_a_viewer_nothing_to_do()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        using var viewer = await AdminBrowser.SignedIn(app, Role.Viewer);
        app.ReplyIo.State.Play(new(Scene.Refuse, Calls: 1));
        app.ReplyIo.State.Play(Scene.DropCustomFields);
        await app.Posts("/f/landing-page", ("email", Ann), ("customFields[0].key", "utm_source"), ("customFields[0].value", "news"),
            ("customFields[1].key", "consent"), ("customFields[1].value", "yes"));
        await app.Reaches(Ann, DeliveryState.NeedsAttention);
        var path = await app.PathOf(Ann);
        await browser.Decides(await browser.Gets(path), "resubmit");
        await app.IsDelivered(Ann);

        var page = await viewer.Gets(path);

        Assert.Equal(("news", "landing-page, version 1"), (page.Fact("utm_source"), page.Fact("Form")));
        Assert.Contains(page.Html.QuerySelectorAll(".compared tbody th"), field => field.NextElementSibling!.TextContent == "Yes");
        Assert.Equal("Missing", page.Html.QuerySelector(".compared mark")!.TextContent);
        Assert.Equal([Ann], page.Html.QuerySelectorAll(".compared [data-copyable]").Select(text => text.TextContent));
        Assert.Equal(["Accepted: Created", "Rejected by Reply.io"],
            page.Html.QuerySelectorAll("[aria-label=Attempts] tbody tr td:nth-child(3)").Select(cell => cell.FirstChild!.TextContent.Trim()));
        Assert.DoesNotContain("test-key", page.Source, StringComparison.Ordinal);
        Assert.Empty(page.Html.QuerySelectorAll("main form"));
    }

    private static Task<List<string>> Acts(TestApp app) => app.Query(db => db.AuditEntries.OrderBy(entry => entry.Id)
        .Where(entry => entry.Kind == "lead").Select(entry => entry.Act).ToListAsync());
}
