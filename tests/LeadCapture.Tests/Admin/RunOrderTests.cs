using LeadCapture.Admin.Runs;
using LeadCapture.Deliveries;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Admin;

/// What can be ordered, by whom, and for which leads.
public class RunOrderTests
{
    [Fact]
    public async Task Ten_thousand_leads_are_discarded_with_a_reason_and_restored_from_pages_that_stay_small()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.Crowd(10_000);

        var list = await browser.Gets("/admin/leads?state=NeedsAttention");
        var plan = await browser.Posts("/admin/runs/new",
            ("order", "Discard"), ("all", "true"), ("state", Crowds.NeedAttention));
        Assert.Equal("Discard 10,000 leads", plan.Title);
        var silent = await browser.Starts(plan);
        Assert.Equal((422, "reason"), (silent.Status, silent.Summary[0].Id));
        var path = (await browser.Starts(plan, ("reason", "a fair of last year"))).To!;
        var discarded = await app.Reaches(path, RunState.Done);

        Assert.Equal((10_000, 0, 0), (discarded.Succeeded, discarded.Failed, discarded.Skipped));
        Assert.Equal(10_000, await app.Query(db => db.Deliveries.CountAsync(
            delivery => delivery.State == DeliveryState.Discarded && delivery.Reason == "a fair of last year")));
        Assert.All([list, plan, await browser.Gets(path), await browser.Gets(path + "/leads")],
            page => Assert.InRange(page.Source.Length, 1, 100_000));
        await app.Reaches(await browser.OrdersAll(RunOrder.Restore, DeliveryState.Discarded), RunState.Done);
        Assert.Equal(10_000, await app.CountOf(DeliveryState.NeedsAttention));
        Assert.Equal(0, app.ReplyIo.State.Received);
    }

    [Fact]
    public async Task Leads_that_were_ticked_are_released_and_no_others()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.Crowd(3, DeliveryState.Quarantined);
        var list = await browser.Gets("/admin/leads?state=Quarantined");
        Assert.Equal(["Release leads", "Discard leads"],
            list.Html.QuerySelectorAll("#choose button").Select(button => button.TextContent));
        var ticked = list.Html.QuerySelectorAll("input[name=lead]").Take(2).Select(box => ("lead", box.GetAttribute("value")!));

        var path = await browser.Orders([("order", "Release"), .. ticked]);
        var run = await app.Reaches(path, RunState.Done);

        Assert.Equal((2, 2), (run.Members, run.Succeeded));
        Assert.Equal(1, await app.CountOf(DeliveryState.Quarantined));
        var lead = await browser.Gets(await app.PathOf("crowd1@example.com"));
        Assert.Contains("Bulk action 1", lead.Main.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lead_that_a_worker_holds_is_skipped()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.Crowd(3);
        await app.Leases(held: true);

        var run = await app.Reaches(await browser.OrdersAll(RunOrder.Resubmit, DeliveryState.NeedsAttention), RunState.Done);

        Assert.Equal((3, 3), (run.Members, run.Skipped));
        Assert.Equal(0, app.ReplyIo.State.Received);
    }

    [Fact]
    public async Task A_lead_that_was_corrected_or_delivered_meanwhile_goes_as_it_is_then_or_not_at_all()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.Crowd(3);
        var ids = await app.Query(db => db.Deliveries.Select(delivery => delivery.LeadId).ToListAsync());
        var plan = await browser.Posts("/admin/runs/new", [("order", "Resubmit"), .. ids.Select(id => ("lead", id.ToString()))]);
        var corrected = await app.PathOf("crowd2@example.com");
        await browser.SendsForm(await browser.Gets(corrected + "/correction"), "save",
            ("firstName", "Berta"), ("why", "a typing error"));
        await browser.Decides(await browser.Gets(await app.PathOf("crowd3@example.com")), "resubmit");
        await app.IsDelivered("crowd3@example.com");

        var run = await app.Reaches((await browser.Starts(plan)).To!, RunState.Done);

        Assert.Equal((2, 1), (run.Succeeded, run.Skipped));
        Assert.True(app.ReplyIo.State.HasEachOnce(ClockSteps.People(3, "crowd")));
        Assert.Contains("Berta", (await browser.Gets(corrected)).Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_comes_in_after_the_order_never_joins()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.Crowd(3);
        await app.Crowd(1, name: "later", hoursAgo: -1);

        var run = await app.Reaches(await browser.OrdersAll(RunOrder.Resubmit, DeliveryState.NeedsAttention), RunState.Done);

        Assert.Equal(3, run.Members);
        Assert.Equal(DeliveryState.NeedsAttention, (await app.DeliveryOf("later1@example.com")).State);
    }

    [Theory]
    [InlineData("order", "Nonsense")]
    [InlineData("order", "99")]
    [InlineData("lead", "nonsense")]
    public async Task Nonsense_leads_to_a_page_that_says_what_to_do(string name, string value)
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);

        foreach (var path in (string[])["/admin/runs/new", "/admin/runs"])
            Assert.Contains((await browser.Posts(path, ("order", name == "order" ? value : "Resubmit"), ("lead", value),
                ("state", "nonsense"), ("from", "yesterday"))).Status, (int[])[303, 422]);
        foreach (var path in (string[])["/admin/runs?before=nonsense", "/admin/runs?before=-1"])
            Assert.Equal(200, (await browser.Gets(path)).Status);
        foreach (var path in (string[])["/admin/runs/0", "/admin/runs/nonsense", "/admin/runs/99999999999/leads?state=x&after=y"])
            Assert.Equal(404, (await browser.Gets(path)).Status);
        Assert.Empty(await app.Query(db => db.Runs.ToListAsync()));
    }

    [Fact]
    public async Task Who_may_only_look_sees_the_runs_and_no_way_to_order_one()
    {
        await using var app = await TestApp.Start();
        using var keeper = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.Crowd(3);
        var path = await keeper.OrdersAll(RunOrder.Resubmit, DeliveryState.NeedsAttention);
        using var viewer = await AdminBrowser.SignedIn(app, Role.Viewer);

        Assert.Null((await viewer.Gets("/admin/leads")).Html.QuerySelector("[name=lead]"));
        Assert.Null((await viewer.Gets(path)).Main.QuerySelector("form"));
        Assert.Equal(403, (await viewer.Posts("/admin/runs/new", ("order", "Resubmit"), ("all", "true"))).Status);
        Assert.Equal(403, (await viewer.Posts(path + "/cancel")).Status);
    }
}
