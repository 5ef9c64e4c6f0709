using LeadCapture.Admin.Audit;
using LeadCapture.Admin.Leads.Import;
using LeadCapture.Admin.Runs;
using LeadCapture.Admin.Users;
using LeadCapture.Admin;
using LeadCapture.Deliveries;
using LeadCapture.Forms;
using LeadCapture.Leads;
using LeadCapture.Sandbox;
using LeadCapture.Settings;
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
        Assert.Contains("import the same file again", (await browser.Gets(path)).Main.TextContent, StringComparison.Ordinal);
        var again = await browser.Checks(file);
        Assert.Equal(("0", "2", "1"), again.Counts());
        Assert.Equal("Version", again.Problems().Single().Column);
    }

    [Fact]
    public async Task What_waits_in_line_is_corrected_before_anything_is_sent_again_and_stays_in_line_when_that_is_undone()
    {
        await using var app = await TestApp.Start(NoLimit);
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.Services.GetRequiredService<GateSwitch>().Pause("");
        foreach (var name in (string[])["ann", "bob"])
            await app.IsThanked("/f/contact", ("email", name + "@example.com"), ("firstName", "Ann"));
        await app.Crowd(3);

        var path = await browser.Begins(await browser.Checks(await Renamed(browser)), resubmit: true);
        await TestApp.Eventually(async () => await app.RunOf(path) is { Succeeded: 2, UnderWay: 1 }, "one goes ahead");
        Assert.Equal("Anna", await app.AnswerOf("bob@example.com", "firstName"));
        await browser.Does(path + "/cancel");
        var undo = (await browser.Posts(path + "/undo")).To!;
        Assert.Equal((3, 0, 0), await app.CameTo(await Ends(app, undo)));
        Assert.Equal("Ann", await app.AnswerOf("bob@example.com", "firstName"));
        Assert.Equal((2, 3), (await app.CountOf(DeliveryState.Waiting), await app.CountOf(DeliveryState.NeedsAttention)));
        await app.Services.GetRequiredService<GateSwitch>().Resume();

        await app.IsDelivered("ann@example.com");
        await app.IsDelivered("bob@example.com");
        Assert.Equal(2, app.ReplyIo.State.Received);
    }

    [Fact]
    public async Task It_is_undone_like_any_other_correction_of_many()
    {
        await using var app = await TestApp.Start(NoLimit);
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.Crowd(25);
        var before = await app.Query(db => db.Leads.OrderBy(lead => lead.Id).Select(lead => lead.AnswersJson).ToListAsync());
        var path = await browser.Begins(await browser.Checks(await Renamed(browser)));
        await app.Reaches(path, RunState.Done);
        Assert.All(await Answered(app), name => Assert.Equal("Anna", name));

        var undo = (await browser.Posts(path + "/undo")).To!;
        await app.Reaches(undo, RunState.Done);

        Assert.Equal((25, 0, 0), await app.CameTo(undo));
        Assert.Equal(before, await app.Query(db => db.Leads.OrderBy(lead => lead.Id).Select(lead => lead.AnswersJson).ToListAsync()));
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
    public async Task A_file_that_was_half_read_is_read_to_its_end_and_no_lead_joins_twice()
    {
        await using var app = await TestApp.StartAtRest();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.Crowd(5);
        await Ordered(app, await Renamed(browser), joined: "crowd3@example.com");

        app.Clock!.Advance(RunWorker.Patrol);
        var run = await app.Reaches("/admin/runs/1", RunState.Done);

        Assert.Equal((5, 5, 5), (run.Members, run.Succeeded, await app.Query(db => db.Corrections.CountAsync())));
    }

    [Fact]
    public async Task What_was_delivered_or_corrected_since_the_order_is_skipped()
    {
        await using var app = await TestApp.StartAtRest();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.Crowd(3);
        var file = await Renamed(browser);
        var page = await browser.Gets(await app.PathOf("crowd1@example.com") + "/correction");
        await browser.SendsForm(page, "save", ("city", "Berlin"), ("why", "she told me"));
        await Ordered(app, file, joined: "crowd1@example.com");
        await app.Query(db => db.Deliveries.Where(delivery => delivery.Lead!.Email == "crowd2@example.com").ExecuteUpdateAsync(set => set
            .SetProperty(delivery => delivery.State, DeliveryState.Delivered)
            .SetProperty(delivery => delivery.DeliveredAt, app.Clock!.GetUtcNow().UtcDateTime.AddSeconds(1))));

        app.Clock!.Advance(RunWorker.Patrol);
        var run = await app.Reaches("/admin/runs/1", RunState.Done);

        Assert.Equal((3, 1, 2), (run.Members, run.Succeeded, run.Skipped));
        foreach (var (number, name) in ((int, string)[])[(1, "Ann"), (2, "Ann"), (3, "Anna")])
            Assert.Equal(name, await app.AnswerOf($"crowd{number}@example.com", "firstName"));
    }

    [Fact]
    public async Task Cancelled_while_it_is_read_it_keeps_nothing_and_a_run_whose_file_is_gone_stops_and_says_so()
    {
        await using var app = await TestApp.StartAtRest();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.Crowd(3);
        await Ordered(app, await Renamed(browser), joined: "crowd1@example.com");
        await browser.Does("/admin/runs/1/cancel");
        Assert.Equal((0, 0), (await app.Query(db => db.LeadImports.CountAsync()), await Kept(app)));
        await Ordered(app, await Renamed(browser), joined: "crowd1@example.com");
        await app.Query(db => db.LeadImports.ExecuteDeleteAsync());

        app.Clock!.Advance(RunWorker.Patrol);

        Assert.Equal("The file has expired", (await app.Reaches("/admin/runs/2", RunState.Stopped)).Stopped);
        Assert.Equal(1, await app.Query(db => db.AuditEntries.CountAsync(entry => entry.Act == AuditAction.StoppedRun && entry.SubjectId == "2")));
        Assert.Empty(await app.Query(db => db.Corrections.ToListAsync()));
    }

    /// The leads as a file in which all have another first name.
    private static async Task<string> Renamed(AdminBrowser browser) =>
        Sheet.Of(await browser.Gets("/admin/leads.csv")).Text().Replace(",Ann,", ",Anna,", StringComparison.Ordinal);

    /// A run whose file has been read as far as one lead, by a program that died then. Nobody works it before its patrol.
    private static Task<int> Ordered(TestApp app, string file, string joined) => app.Query(async db =>
    {
        var now = app.Clock!.GetUtcNow().UtcDateTime;
        var lead = await db.Leads.SingleAsync(lead => lead.Email == joined);
        var run = new Run { Order = RunOrder.ImportOnly, OrderedAt = now, Who = "Ann <ann@example.com>", Reason = "typing errors" };
        run.CollectBefore(LeadId.From(now));
        run.Collected(1, run.Cursor);
        db.Runs.Add(run);
        await db.SaveChangesAsync();
        db.LeadImports.Add(new()
        {
            Id = Guid.NewGuid(),
            UserId = (await db.Users.FirstAsync()).Id,
            ExpiresAt = now + LeadImport.KeptForRun,
            Text = file,
            RunId = run.Id,
        });
        db.RunLeads.Add(new()
        {
            RunId = run.Id,
            Position = 1,
            LeadId = lead.Id,
            Corrections = 0,
            AnswersJson = lead.AnswersJson.Replace("\"Ann\"", "\"Anna\"", StringComparison.Ordinal),
        });
        return await db.SaveChangesAsync();
    });

    private static async Task<string> Ends(TestApp app, string path)
    {
        await app.Reaches(path, RunState.Done);
        return path;
    }

    private static async Task<IEnumerable<string>> Answered(TestApp app) =>
        (await app.Query(db => db.Leads.Select(lead => lead.AnswersJson).ToListAsync()))
            .Select(answers => SubmittedAnswers.Parse(answers).Properties["firstName"]);

    private static Task<int> Kept(TestApp app) => app.Query(db => db.RunLeads.CountAsync(lead => lead.AnswersJson != null));
}
