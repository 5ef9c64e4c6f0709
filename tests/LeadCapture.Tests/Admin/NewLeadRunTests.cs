using LeadCapture.Admin.Leads.Import;
using LeadCapture.Admin.Leads.NewLeads;
using LeadCapture.Admin.Runs;
using LeadCapture.Deliveries;
using LeadCapture.Forms;
using LeadCapture.Leads;
using LeadCapture.Sandbox;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LeadCapture.Tests.Admin;

/// New leads are taken in by a run: a few first, each once whatever dies.
public class NewLeadRunTests
{
    private static readonly string[] NoLimit = ["Reply:RequestsPerMinute=0", "Reply:RequestsPerHour=0"];

    [Fact]
    public async Task It_goes_on_after_a_restart_and_takes_no_line_in_twice()
    {
        var first = await TestApp.Start(new TestAppPlan { Settings = NoLimit, OwnsData = false });
        string path;
        using (var browser = await AdminBrowser.SignedIn(first, Role.Operator))
            path = await Begins(browser, 400);
        await TestApp.Eventually(async () => (await first.RunOf(path)).Succeeded > 5, "under way");
        await first.DisposeAsync();

        await using var second = await TestApp.Start(new TestAppPlan { Settings = NoLimit, Continues = first });
        var run = await second.Reaches(path, RunState.Done);

        Assert.Equal((400, 400, 0), (run.Members, run.Succeeded, run.Skipped));
        await EachOnce(second, 400);
    }

    [Fact]
    public async Task It_goes_on_after_the_program_was_killed_and_takes_no_line_in_twice()
    {
        string[] quick = [.. NoLimit, "Reply:AttemptTimeout=00:00:03"];
        var data = await TestApp.Start(NoLimit);
        string path;
        using (var browser = await AdminBrowser.SignedIn(data, Role.Operator))
            path = await Begins(browser, 300);
        await data.Stop();
        await using (var program = await TestProgram.Start(data, quick))
        {
            await TestApp.Eventually(() => Task.FromResult(data.ReplyIo.State.Received > 50), "under way");
            await program.Dies();
        }

        await using var next = await TestApp.Start(new TestAppPlan { Settings = quick, Continues = data });
        var run = await next.Reaches(path, RunState.Done);

        Assert.Equal((300, 300, 0), (run.Members, run.Succeeded, run.Skipped));
        await EachOnce(next, 300);
    }

    [Fact]
    public async Task Two_nodes_share_a_run_and_take_no_line_in_twice()
    {
        // SQLite is for one program alone.
        if (!TestApp.OnPostgreSql)
            return;
        await using var one = await TestApp.Start(new TestAppPlan { Settings = NoLimit });
        await using var other = await TestApp.Start(new TestAppPlan { Settings = NoLimit, Continues = one, OwnsData = false });
        using var browser = await AdminBrowser.SignedIn(one, Role.Operator);
        using var beside = await AdminBrowser.SignedIn(other, Role.Admin);

        var paths = await Task.WhenAll(Begins(browser, 200), Begins(beside, 200));
        await other.Reaches(paths[0], RunState.Done);
        await one.Reaches(paths[1], RunState.Done);

        await EachOnce(one, 200);
    }

    [Fact]
    public async Task A_line_that_was_taken_in_and_not_noted_is_noted_as_a_lead_of_the_run()
    {
        await using var app = await TestApp.StartAtRest();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.Services.GetRequiredService<GateSwitch>().Pause("");
        var path = await Begins(browser, 3);
        await TestApp.Eventually(async () => (await app.RunOf(path)).UnderWay == 1, "one in line");

        // As it is when the program dies behind the door: the lead is there, and the run does not know. All at once: the worker is awake.
        await app.Query(db => db.InTransaction(async () =>
        {
            var lead = await db.Leads.SingleAsync();
            await db.RunLeads.ExecuteDeleteAsync();
            await db.Runs.ExecuteUpdateAsync(set => set.SetProperty(run => run.UnderWay, 0).SetProperty(run => run.StageBegun, 0));
            db.NewLeadLines.Add(new()
            {
                RunId = 1,
                Position = 1,
                Number = 2,
                FormId = lead.FormId,
                FormVersion = lead.FormVersion,
                SubmissionId = lead.SubmissionId,
                AnswersJson = lead.AnswersJson,
            });
            return await db.SaveChangesAsync();
        }));
        app.Clock!.Advance(RunWorker.Patrol);
        await TestApp.Eventually(async () => (await app.RunOf(path)).UnderWay == 1, "noted");

        Assert.Equal((1, 1), (await app.Query(db => db.Leads.CountAsync()), await app.Query(db => db.RunLeads.CountAsync())));
    }

    [Fact]
    public async Task The_same_file_in_two_runs_at_once_is_imported_once()
    {
        await using var app = await TestApp.Start(NoLimit);
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        using var other = await AdminBrowser.SignedIn(app, Role.Admin);
        var reviews = new[] { await Reviews(browser, 60), await Reviews(other, 60) };

        var paths = await Task.WhenAll(browser.BeginsNew(reviews[0]), other.BeginsNew(reviews[1]));
        Assert.NotEqual(paths[0], paths[1]);
        var runs = await Task.WhenAll(app.Reaches(paths[0], RunState.Done), app.Reaches(paths[1], RunState.Done));

        await EachOnce(app, 60);
        Assert.All(runs, run => Assert.Equal(run.Members, run.Succeeded + run.Skipped));
        Assert.Equal(60, runs.Sum(run => run.Succeeded));
    }

    [Fact]
    public async Task One_goes_first_and_no_other_is_a_lead_where_it_is_refused_and_the_run_is_cancelled()
    {
        await using var app = await TestApp.Start(NoLimit);
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        app.ReplyIo.State.Play(Scene.Refuse, calls: 1);
        var path = await Begins(browser, 30);
        var run = await app.Reaches(path, RunState.Stopped);
        Assert.Equal((30, 0, 1, 29), (run.Members, run.Succeeded, run.Failed, run.Left));

        await browser.Does(path + "/cancel");
        Assert.Contains("The remaining lines were not imported", (await browser.Gets(path)).Main.TextContent, StringComparison.Ordinal);
        Assert.Equal((1, 0), (await app.Query(db => db.Leads.CountAsync()), await app.Query(db => db.NewLeadLines.CountAsync())));
        // Sent again, the rest is left of it.
        var review = await Reviews(browser, 30);
        Assert.Equal(("29", "0", "1", "0"), review.NewCounts());
        Assert.Equal(29, (await app.Reaches(await browser.BeginsNew(review), RunState.Done)).Succeeded);
        Assert.Equal(30, await app.Query(db => db.Leads.CountAsync()));
    }

    [Fact]
    public async Task Leads_of_visitors_that_come_meanwhile_are_sent_first()
    {
        await using var app = await TestApp.StartAtRest("Reply:RequestsPerMinute=1");
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.Services.GetRequiredService<GateSwitch>().Pause("");
        var path = await Begins(browser, 3);
        await TestApp.Eventually(async () => (await app.RunOf(path)).UnderWay == 1, "one in line");
        await app.Submits("visitor@example.com");

        await app.Services.GetRequiredService<GateSwitch>().Resume();

        await app.IsDelivered("visitor@example.com");
        Assert.Equal((1, 1), (await app.CountOf(DeliveryState.Waiting), app.ReplyIo.State.Received));
    }

    [Fact]
    public async Task Pressed_twice_it_is_one_run()
    {
        await using var app = await TestApp.Start(NoLimit);
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        var review = await Reviews(browser, 10);

        var both = await Task.WhenAll(browser.BeginsNew(review), browser.BeginsNew(review));

        Assert.Equal(both[0], both[1]);
        await app.Reaches(both[0], RunState.Done);
        Assert.Equal(both[0], await browser.BeginsNew(review));
        await EachOnce(app, 10);
    }

    [Fact]
    public async Task Where_its_form_is_no_longer_published_nothing_is_begun()
    {
        await using var app = await TestApp.StartAtRest();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        var review = await Reviews(browser, 3);
        await app.Query(db => db.Forms.ExecuteUpdateAsync(set => set.SetProperty(form => form.PublishedVersion, 0)));
        app.Services.GetRequiredService<FormCatalog>().Forget();

        Assert.Equal(410, (await browser.Posts(review.Html.QuerySelector("form[action$='/start']")!.GetAttribute("action")!)).Status);
        Assert.Equal((0, 1), (await app.Query(db => db.Runs.CountAsync()), await app.Query(db => db.LeadImports.CountAsync())));
    }

    private static async Task<Page> Reviews(AdminBrowser browser, int count) => await browser.Reviews(await browser.Matches(
        "First name,Email\n" + string.Concat(ClockSteps.People(count, "file").Select(email => $"Ann,{email}\n"))));

    private static async Task<string> Begins(AdminBrowser browser, int count) => await browser.BeginsNew(await Reviews(browser, count));

    private static async Task EachOnce(TestApp app, int count)
    {
        Assert.Equal(count, await app.Query(db => db.Leads.CountAsync()));
        Assert.Equal(0, await app.Query(db => db.NewLeadLines.CountAsync()));
        Assert.True(app.ReplyIo.State.HasEachOnce(ClockSteps.People(count, "file")));
    }
}
