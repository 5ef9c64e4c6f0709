using LeadCapture.Admin;
using LeadCapture.Admin.Runs;
using LeadCapture.Deliveries;
using LeadCapture.Leads;
using LeadCapture.Sandbox;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LeadCapture.Tests.Admin;

/// A file is imported by a run, which can be held, ended and taken back.
public class ImportRunTests
{
    private static readonly string[] NoLimit = ["Reply:RequestsPerMinute=0", "Reply:RequestsPerHour=0"];

    [Fact]
    public async Task Of_many_leads_one_goes_first_and_none_is_written_when_it_is_refused()
    {
        await using var app = await TestApp.Start(NoLimit);
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.Crowd(30);
        var preview = await browser.Checks(await Renamed(browser));
        app.ReplyIo.State.Play(Scene.Refuse, calls: 1);

        var path = await browser.Begins(preview, resubmit: true);
        var run = await app.Reaches(path, RunState.Stopped);

        Assert.Equal((30, 0, 1, 29), (run.Members, run.Succeeded, run.Failed, run.Left));
        Assert.Equal(1, await app.Query(db => db.Corrections.CountAsync()));
        await browser.Does(path + "/go-on");
        run = await app.Reaches(path, RunState.Done);
        Assert.Equal((29, 1, 30), (run.Succeeded, run.Failed, app.ReplyIo.State.Received));
        Assert.All(await Answered(app), name => Assert.Equal("Anna", name));
    }

    [Fact]
    public async Task A_lead_that_somebody_corrects_before_its_turn_is_skipped_and_left_for_the_next_import()
    {
        await using var app = await TestApp.Start(NoLimit);
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.Crowd(3);
        var file = await Renamed(browser);
        await app.Services.GetRequiredService<GateSwitch>().Pause("");
        var path = await browser.Begins(await browser.Checks(file), resubmit: true);
        await TestApp.Eventually(async () => (await app.RunOf(path)).UnderWay == 1, "one in line");

        var page = await browser.Gets(await app.PathOf("crowd2@example.com") + "/correction");
        Assert.Equal(303, (await browser.SendsForm(page, "save", ("city", "Berlin"), ("why", "she told me"))).Status);
        await app.Services.GetRequiredService<GateSwitch>().Resume();
        var run = await app.Reaches(path, RunState.Done);

        Assert.Equal((2, 0, 1), (run.Succeeded, run.Failed, run.Skipped));
        Assert.Equal(("Ann", "Berlin"),
            (await app.AnswerOf("crowd2@example.com", "firstName"), await app.AnswerOf("crowd2@example.com", "city")));
        Assert.Contains("Import the same file again", (await browser.Gets(path)).Main.TextContent, StringComparison.Ordinal);
        var again = await browser.Checks(file);
        Assert.Equal(("0", "2", "1"), again.Counts());
        Assert.Equal("Version", again.Problems().Single().Column);
    }

    [Fact]
    public async Task It_is_undone_like_any_other_correction_of_many()
    {
        await using var app = await TestApp.Start(NoLimit);
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.Crowd(25);
        var before = await app.Query(db => db.Leads.OrderBy(lead => lead.Id).Select(lead => lead.Answers).ToListAsync());
        var path = await browser.Begins(await browser.Checks(await Renamed(browser)));
        await app.Reaches(path, RunState.Done);
        Assert.All(await Answered(app), name => Assert.Equal("Anna", name));

        var undo = (await browser.Posts(path + "/undo")).To!;
        await app.Reaches(undo, RunState.Done);

        Assert.Equal((25, 0, 0), await app.CameTo(undo));
        Assert.Equal(before, await app.Query(db => db.Leads.OrderBy(lead => lead.Id).Select(lead => lead.Answers).ToListAsync()));
        Assert.Equal(0, app.ReplyIo.State.Received);
    }

    [Fact]
    public async Task Pressed_twice_it_is_one_run_and_a_cancelled_one_keeps_nothing_of_the_file()
    {
        await using var app = await TestApp.Start(NoLimit);
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        using var viewer = await AdminBrowser.SignedIn(app, Role.Viewer);
        await app.Crowd(40);
        await app.Services.GetRequiredService<GateSwitch>().Pause("");
        var preview = await browser.Checks(await Renamed(browser));

        var both = await Task.WhenAll(browser.Begins(preview, resubmit: true), browser.Begins(preview, resubmit: true));
        Assert.Equal(both[0], both[1]);
        await TestApp.Eventually(async () => (await app.RunOf(both[0])).UnderWay == 1, "one in line");
        Assert.Equal(39, await Kept(app));
        Assert.Equal(both[0], (await browser.Gets(preview.ApplyPath()[..^6])).To);
        Assert.Equal(403, (await viewer.Gets(preview.ApplyPath()[..^6] + "/not-taken.csv")).Status);
        await browser.Does(both[0] + "/cancel");

        Assert.Equal((1, 0), (await app.Query(db => db.Runs.CountAsync()), await Kept(app)));
        Assert.Equal(1, await app.Query(db => db.Corrections.CountAsync()));
    }

    [Fact]
    public async Task It_goes_on_after_a_restart_wherever_it_was()
    {
        var first = await TestApp.Start(new TestAppPlan { Settings = NoLimit, OwnsData = false });
        await first.Crowd(600);
        string path;
        using (var browser = await AdminBrowser.SignedIn(first, Role.Operator))
            path = await browser.Begins(await browser.Checks(await Renamed(browser)));
        await TestApp.Eventually(async () => (await first.RunOf(path)).Members > 0, "being read");
        await first.DisposeAsync();

        await using var second = await TestApp.Start(new TestAppPlan { Settings = NoLimit, Continues = first });
        var run = await second.Reaches(path, RunState.Done);

        Assert.Equal((600, 600), (run.Members, run.Succeeded));
        Assert.Equal(600, await second.Query(db => db.Corrections.CountAsync()));
        Assert.Equal(0, await Kept(second));
    }

    [Fact]
    public async Task A_run_whose_file_is_gone_stops_and_says_so()
    {
        await using var app = await TestApp.StartAtRest();
        await app.Query(db =>
        {
            var run = new Run { Order = RunOrder.ImportOnly, OrderedAt = app.Clock!.GetUtcNow().UtcDateTime, Who = "Ann <ann@example.com>" };
            run.CollectBefore(LeadId.From(run.OrderedAt));
            db.Runs.Add(run);
            return db.SaveChangesAsync();
        });

        app.Clock!.Advance(RunWorker.Patrol);

        Assert.Equal("The file is not kept any more", (await app.Reaches("/admin/runs/1", RunState.Stopped)).Stopped);
    }

    /// The leads as a file in which all have another first name.
    private static async Task<string> Renamed(AdminBrowser browser) =>
        Sheet.Of(await browser.Gets("/admin/leads.csv")).Text().Replace(",Ann,", ",Anna,", StringComparison.Ordinal);

    private static async Task<IEnumerable<string>> Answered(TestApp app) =>
        (await app.Query(db => db.Leads.Select(lead => lead.Answers).ToListAsync()))
            .Select(answers => Answers.Parse(answers).Properties["firstName"]);

    private static Task<int> Kept(TestApp app) => app.Query(db => db.RunLeads.CountAsync(lead => lead.Answers != null));
}
