using LeadCapture.Admin.Runs;
using LeadCapture.Deliveries;
using LeadCapture.Leads;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static LeadCapture.Tests.Support.RefusalSteps;
using static LeadCapture.Tests.Support.FixSteps;

namespace LeadCapture.Tests.Admin;

/// One rule for all leads of a group, and its undo.
public class FixTests
{
    private const string First = "lead1@example.com";

    [Fact]
    public async Task Five_hundred_leads_are_healed_by_one_rule_and_put_back_by_one_undo()
    {
        await using var app = await TestApp.Start(Unlimited);
        await app.AreRefusedForPhone(500);
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);

        var run = await browser.Applies(app, GermanCode);
        await app.Reaches(run, RunState.Done);

        Assert.True(await app.AllAre(DeliveryState.Delivered));
        Assert.True(app.ReplyIo.State.HasEachOnce(ClockSteps.People(500)));
        Assert.Equal((500, 0, 0), await app.CameTo(run));
        Assert.Equal(500, await app.Query(db => db.Corrections.CountAsync()));
        Assert.True(await app.Query(db => db.Leads.AllAsync(lead => lead.AnswersJson.Contains("4930123456"))));

        var undo = (await browser.Posts(run + "/undo")).To!;
        await app.Reaches(undo, RunState.Done);

        Assert.Equal((500, 0, 0), await app.CameTo(undo));
        Assert.Equal(1000, await app.Query(db => db.Corrections.CountAsync()));
        Assert.True(await app.Query(db => db.Leads.AllAsync(lead => lead.AnswersJson.Contains("030 123456"))));
        Assert.True(await app.AllAre(DeliveryState.Delivered));
        Assert.True(app.ReplyIo.State.HasEachOnce(ClockSteps.People(500)));
    }

    [Fact]
    public async Task A_rule_that_does_not_help_touches_one_lead()
    {
        await using var app = await TestApp.Start(Unlimited);
        await app.AreRefusedForPhone(10);
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);

        var run = await browser.Applies(app, ("kind", "Default"), ("field", "city"), ("value", "Berlin"), ("why", "a guess"));
        await app.Reaches(run, RunState.Stopped);

        Assert.Equal((0, 1, 0), await app.CameTo(run));
        Assert.Equal(1, await app.Query(db => db.Corrections.CountAsync()));
        Assert.Equal(11, app.ReplyIo.State.Received);
    }

    [Fact]
    public async Task Leads_may_be_corrected_without_being_sent_and_an_undo_leaves_newer_corrections_alone()
    {
        await using var app = await TestApp.Start(Unlimited);
        await app.AreRefusedForPhone(3);
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        var received = app.ReplyIo.State.Received;

        var run = await browser.Applies(app, [.. GermanCode, ("sends", "false")]);
        await app.Reaches(run, RunState.Done);

        Assert.True(await app.AllAre(DeliveryState.NeedsAttention));
        Assert.Equal((FailureGroup.Corrected, received), (await app.GroupOf(First), app.ReplyIo.State.Received));
        var lead = await app.PathOf(First);
        var saved = await browser.SendsForm(await browser.Gets(lead + "/correction"), "save", ("city", "Berlin"), ("why", "she told me"));
        Assert.Equal(303, saved.Status);

        var undo = (await browser.Posts(run + "/undo")).To!;
        await app.Reaches(undo, RunState.Done);

        Assert.Equal((2, 0, 1), await app.CameTo(undo));
        Assert.Equal(("+4930123456", "Berlin"), (await app.AnswerOf(First, "phone"), await app.AnswerOf(First, "city")));
        Assert.Equal("030 123456", await app.AnswerOf("lead2@example.com", "phone"));
        Assert.Equal(FailureGroup.Undone, await app.GroupOf("lead2@example.com"));
        Assert.Equal(received, app.ReplyIo.State.Received);
    }

    [Fact]
    public async Task A_lead_that_a_worker_holds_is_skipped()
    {
        await using var app = await TestApp.Start(Unlimited);
        await app.AreRefusedForPhone(3);
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        var held = (await app.DeliveryOf(First)).LeadId;
        Guid? attempt = Guid.NewGuid();
        await app.Query(db => db.Deliveries.Where(delivery => delivery.LeadId == held)
            .ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.AttemptId, attempt)));

        var run = await browser.Applies(app, GermanCode);
        await app.Reaches(run, RunState.Done);

        Assert.Equal((2, 0, 1), await app.CameTo(run));
        Assert.Equal("030 123456", await app.AnswerOf(First, "phone"));
    }

    [Fact]
    public async Task A_reason_is_asked_for_and_nothing_typed_is_lost()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.IsRefusedFor(First, ("phone", "030 123456"));
        var here = await app.FixPageOf(First);

        var refused = await browser.Posts(here + "/apply", ("kind", "CountryCode"), ("field", "phone"), ("code", "+49"), ("sends", "true"));
        var wrong = await browser.Posts(here + "/apply", ("kind", "CountryCode"), ("field", "phone"), ("code", "x"), ("why", "so"));

        Assert.Equal((422, "+49"), (refused.Status, refused.ValueOf("code")));
        Assert.NotNull(refused.ErrorOf("why"));
        Assert.Equal(422, wrong.Status);
        Assert.NotNull(wrong.ErrorOf("code"));
        Assert.Empty(await app.Query(db => db.Runs.ToListAsync()));
    }

    [Fact]
    public async Task What_made_no_versions_and_what_is_not_over_cannot_be_undone()
    {
        await using var app = await TestApp.Start(Unlimited);
        await app.AreRefusedForPhone(2);
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        var stopped = await browser.Applies(app, ("kind", "Default"), ("field", "city"), ("value", "Berlin"), ("why", "a guess"));
        await app.Reaches(stopped, RunState.Stopped);

        Assert.Equal(409, (await browser.Posts(stopped + "/undo")).Status);
        await browser.Posts(stopped + "/cancel");
        var undo = (await browser.Posts(stopped + "/undo")).To!;
        await app.Reaches(undo, RunState.Done);

        Assert.Equal((1, 0, 0), await app.CameTo(undo));
        Assert.Equal(409, (await browser.Posts(undo + "/undo")).Status);
        Assert.Equal(404, (await browser.Posts("/admin/runs/4711/undo")).Status);
    }
}
