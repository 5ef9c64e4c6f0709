using LeadCapture.Admin.Audit;
using LeadCapture.Admin.Runs;
using LeadCapture.Deliveries;
using LeadCapture.Sandbox;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LeadCapture.Tests.Admin;

/// Runs that send.
public class RunTests
{
    [Fact]
    public async Task Three_thousand_leads_of_which_the_sixth_is_refused_cost_six_calls()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.Crowd(3000);
        app.ReplyIo.State.Play(Scene.Normal, calls: 5);
        app.ReplyIo.State.Play(Scene.Refuse);

        var path = await browser.OrdersAll(RunOrder.Resubmit, DeliveryState.NeedsAttention);
        var run = await app.Reaches(path, RunState.Stopped);

        Assert.Equal(6, app.ReplyIo.State.Received);
        Assert.Equal((3000, 5, 1, 2994), (run.Members, run.Succeeded, run.Failed, run.Left));
        var page = await browser.Gets(path);
        Assert.Contains("Stopped automatically: One of the first leads failed", page.Main.TextContent, StringComparison.Ordinal);
        Assert.Single(page.Html.QuerySelectorAll("section[aria-labelledby=failed-title] tbody tr"));
    }

    [Fact]
    public async Task All_that_match_are_sent_once_each_and_the_page_says_so()
    {
        await using var app = await TestApp.Start("Reply:RequestsPerMinute=0", "Reply:RequestsPerHour=0");
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.Crowd(150);
        await app.Crowd(3, DeliveryState.Discarded, "other");

        var plan = await browser.Posts("/admin/runs/new",
            ("order", "Resubmit"), ("all", "true"), ("state", Crowds.NeedAttention));
        Assert.Equal("Resubmit 150 leads", plan.Title);
        var path = (await browser.Starts(plan)).To!;
        var run = await app.Reaches(path, RunState.Done);

        Assert.Equal((150, 0, 0), (run.Succeeded, run.Failed, run.Skipped));
        Assert.True(app.ReplyIo.State.HasEachOnce(ClockSteps.People(150, "crowd")));
        Assert.Equal(0, app.ReplyIo.State.CreatesOf("other1@example.com"));
        var page = await browser.Gets(path);
        Assert.Equal("150", page.Html.QuerySelector("progress")!.GetAttribute("value"));
        Assert.Equal("false", page.Html.QuerySelector("#progress")!.GetAttribute("data-moving"));
        Assert.Contains("Bulk action 1", (await browser.Gets("/admin/runs")).Main.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stopped_run_goes_on_with_what_is_left_and_begins_with_one_again()
    {
        await using var app = await TestApp.Start("Reply:RequestsPerMinute=0", "Reply:RequestsPerHour=0");
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.Crowd(20);
        app.ReplyIo.State.Play(Scene.Refuse, calls: 2);
        var path = await browser.OrdersAll(RunOrder.Resubmit, DeliveryState.NeedsAttention);
        Assert.Equal(19, (await app.Reaches(path, RunState.Stopped)).Left);

        await browser.Does(path + "/go-on");
        await TestApp.Eventually(async () => (await app.RunOf(path)).Failed == 2, "stopped again");
        await app.Reaches(path, RunState.Stopped);
        await browser.Does(path + "/go-on");
        var run = await app.Reaches(path, RunState.Done);

        Assert.Equal((18, 2), (run.Succeeded, run.Failed));
        Assert.Equal(20, app.ReplyIo.State.Received);
    }

    [Fact]
    public async Task A_run_whose_failures_rise_later_stops_before_most_of_it_is_sent()
    {
        await using var app = await TestApp.Start("Reply:RequestsPerMinute=0", "Reply:RequestsPerHour=0");
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.Crowd(1000);
        app.ReplyIo.State.Play(Scene.Normal, calls: 60);
        app.ReplyIo.State.Play(Scene.Refuse);

        var path = await browser.OrdersAll(RunOrder.Resubmit, DeliveryState.NeedsAttention);
        var run = await app.Reaches(path, RunState.Stopped);

        Assert.InRange(run.Failed, 3, 200);
        Assert.Contains("leads of this stage failed", run.Stopped, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_sending_is_paused_a_run_waits_and_a_pause_of_its_own_holds_it()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.Crowd(10);
        await app.Services.GetRequiredService<GateSwitch>().Pause("");
        var path = await browser.OrdersAll(RunOrder.Resubmit, DeliveryState.NeedsAttention);
        await TestApp.Eventually(async () => (await app.RunOf(path)).UnderWay == 1, "one in line");
        Assert.Contains("Sending is paused manually", (await browser.Gets(path)).Main.TextContent, StringComparison.Ordinal);

        await browser.Does(path + "/pause");
        await app.Services.GetRequiredService<GateSwitch>().Resume();
        await app.Reaches(path, RunState.Paused);
        Assert.Equal(1, app.ReplyIo.State.Received);
        var page = await browser.Does(path + "/go-on");
        Assert.Equal("Bulk action resumed.", page.News);
        await app.Reaches(path, RunState.Done);

        Assert.Equal(10, app.ReplyIo.State.Received);
        Assert.Equal(409, (await browser.Posts(path + "/pause")).Status);
        Assert.Equal(
            ["ordered a run", "paused a run", "continued a run", "ended a run"],
            await app.Query(db => db.AuditEntries.Where(entry => entry.Kind == "run").OrderBy(entry => entry.Id)
                .Select(entry => entry.Act).ToListAsync()));
    }

    [Fact]
    public async Task A_cancelled_run_leaves_the_rest_as_it_was()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.Crowd(10);
        await app.Services.GetRequiredService<GateSwitch>().Pause("");
        var path = await browser.OrdersAll(RunOrder.Resubmit, DeliveryState.NeedsAttention);
        await TestApp.Eventually(async () => (await app.RunOf(path)).UnderWay == 1, "one in line");

        await browser.Does(path + "/cancel");
        await app.Services.GetRequiredService<GateSwitch>().Resume();
        var run = await app.Reaches(path, RunState.Cancelled);

        Assert.Equal((1, 9), (run.Succeeded, run.Left));
        Assert.Equal(9, await app.CountOf(DeliveryState.NeedsAttention));
        Assert.Equal(409, (await browser.Posts(path + "/go-on")).Status);
    }

    [Fact]
    public async Task A_visitor_s_lead_goes_before_those_of_a_run()
    {
        await using var app = await TestApp.Start("Reply:MaxConcurrentCalls=1", "Reply:InlineWait=00:00:00");
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.Crowd(10);
        await app.Services.GetRequiredService<GateSwitch>().Pause("");
        var path = await browser.OrdersAll(RunOrder.Resubmit, DeliveryState.NeedsAttention);
        await TestApp.Eventually(async () => (await app.RunOf(path)).UnderWay == 1, "one in line");
        await app.Submits("visitor@example.com");

        await app.Services.GetRequiredService<GateSwitch>().Resume();
        await app.Reaches(path, RunState.Done);

        Assert.Equal("visitor@example.com", app.ReplyIo.State.Contacts.OrderBy(contact => contact.Id).First().Email);
    }

    [Fact]
    public async Task Delivered_leads_are_sent_again_only_on_purpose_and_looked_up_first()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.Submits(LeadSteps.Ann);
        await app.IsDelivered(LeadSteps.Ann);
        (string, string)[] choice = [("order", "Resubmit"), ("all", "true"), ("state", "Delivered")];

        var plan = await browser.Posts("/admin/runs/new", choice);
        var careless = await browser.Starts(plan);
        Assert.Equal((422, "agreed"), (careless.Status, careless.Summary[0].Id));
        var run = await app.Reaches((await browser.Starts(plan, ("agreed", "true"))).To!, RunState.Done);

        Assert.Equal(1, run.Succeeded);
        Assert.Equal(1, app.ReplyIo.State.CreatesOf(LeadSteps.Ann));
        Assert.Equal(422, (await browser.Posts("/admin/runs/new", ("order", "Resubmit"), ("all", "true"))).Status);
    }
}
