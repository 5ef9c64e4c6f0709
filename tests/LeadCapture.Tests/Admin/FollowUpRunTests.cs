using LeadCapture.Admin.Runs;
using LeadCapture.Deliveries;
using LeadCapture.Sandbox;
using LeadCapture.Settings;
using LeadCapture.Tests.Catalogue;
using LeadCapture.Tests.Support;
using static LeadCapture.Tests.Support.LeadSteps;

namespace LeadCapture.Tests.Admin;

/// Many contacts are put in a sequence, and taken out of it.
public class FollowUpRunTests
{
    private static readonly string[] People = ClockSteps.People(8, "crowd").ToArray();

    [Fact]
    public async Task All_that_match_are_enrolled_once_and_undo_takes_out_those_and_no_others()
    {
        await using var app = await TestApp.Start(RefusalSteps.Unlimited);
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        var (usual, _) = await app.Follows();
        await app.Submits(Ann);
        await app.IsDelivered(Ann);
        await app.NothingFollows();
        var webinar = app.ReplyIo.State.AddSequence("Webinar");
        await app.AreDelivered(People);
        await app.Checks();

        var plan = await browser.Posts("/admin/runs/new", ("order", "Enroll"), ("all", "true"), ("state", "Delivered"));
        Assert.Equal("Enroll 9 leads", plan.Title);
        Assert.Contains(plan.Html.QuerySelectorAll("#sequence option"), option => option.TextContent == "Webinar");
        var path = (await browser.Starts(plan, ("sequence", $"{webinar}"))).To!;
        var run = await app.Reaches(path, RunState.Done);

        Assert.Equal((8, 0, 1), (run.Succeeded, run.Failed, run.Skipped));
        Assert.All(People, who => Assert.Equal(1, app.ReplyIo.State.EnrolledTimes(who, webinar)));
        Assert.Equal(0, app.ReplyIo.State.EnrolledTimes(Ann, webinar));
        var page = await browser.Gets(path);
        Assert.Contains("Webinar", page.Main.TextContent, StringComparison.Ordinal);

        var undo = await app.Reaches((await browser.Posts(path + "/undo")).To!, RunState.Done);
        Assert.Equal((8, 8, 0), (undo.Members, undo.Succeeded, undo.Skipped));
        Assert.All(People, who => Assert.DoesNotContain(webinar, app.ReplyIo.State.SequencesOf(who)));
        Assert.Contains(usual, app.ReplyIo.State.SequencesOf(Ann));
        Assert.Equal(9, app.ReplyIo.State.Created);
    }

    [Fact]
    public async Task Where_the_first_is_refused_the_others_are_not_tried()
    {
        await using var app = await TestApp.Start(RefusalSteps.Unlimited);
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        var webinar = app.ReplyIo.State.AddSequence("Webinar");
        await app.AreDelivered(People);
        await app.Checks();
        app.ReplyIo.State.Play(Scene.NotProcessed);

        var run = await app.Reaches(await browser.Enrolls(webinar), RunState.Stopped);

        Assert.Equal((1, 0, 7), (run.Failed, run.Succeeded, run.Left));
        Assert.Equal(0, app.ReplyIo.State.Enrolled);
        var failed = Assert.Single(await browser.Groups());
        Assert.StartsWith("Contact created, not enrolled · ", failed.Item1, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_opted_out_is_skipped()
    {
        await using var app = await TestApp.Start(RefusalSteps.Unlimited);
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        var webinar = app.ReplyIo.State.AddSequence("Webinar");
        await app.AreDelivered(People);
        app.ReplyIo.State.OptOut(People[0]);

        var run = await app.Reaches(await browser.Enrolls(webinar), RunState.Done);

        Assert.Equal((7, 0, 1), (run.Succeeded, run.Failed, run.Skipped));
    }

    [Fact]
    public async Task Those_that_were_ticked_are_taken_out_of_the_sequence_of_their_form()
    {
        await using var app = await TestApp.Start(RefusalSteps.Unlimited);
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        var (usual, _) = await app.Follows();
        await app.AreDelivered(People);
        var ids = await Task.WhenAll(People.Take(2).Select(async who => (await app.PathOf(who))[^36..]));

        var run = await app.Reaches(
            await browser.Orders([("order", "Unenroll"), .. ids.Select(id => ("lead", id))]), RunState.Done);

        Assert.Equal((2, 2), (run.Members, run.Succeeded));
        Assert.Equal(2, People.Count(who => !app.ReplyIo.State.SequencesOf(who).Contains(usual)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("-1")]
    [InlineData("99999999")]
    public async Task A_sequence_has_to_be_chosen(string sequence)
    {
        await using var app = await TestApp.Start(RefusalSteps.Unlimited);
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        app.ReplyIo.State.AddSequence("Webinar");
        await app.AreDelivered(People[..1]);
        await app.Checks();
        var plan = await browser.Posts("/admin/runs/new", ("order", "Enroll"), ("all", "true"), ("state", "Delivered"));

        var answer = await browser.Starts(plan, ("sequence", sequence));

        Assert.Equal((422, "sequence"), (answer.Status, answer.Summary[0].Id));
        Assert.Equal(0, app.ReplyIo.State.Enrolled);
    }

    [Fact]
    public async Task A_failed_step_is_repeated_alone_for_all_of_its_group()
    {
        await using var app = await TestApp.Start(RefusalSteps.Unlimited);
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        var (sequence, _) = await app.Follows();
        app.ReplyIo.State.Play(Scene.NotProcessed);
        await app.AreSubmitted(People);
        await TestApp.Eventually(() => app.AllAre(DeliveryState.NeedsAttention), "refused");
        var (title, count) = Assert.Single(await browser.Groups());
        Assert.Equal(("Contact created, not enrolled", "8"), (title.Split(" · ")[0], count));
        Assert.Contains("Check the sequence in Reply.io, then resubmit", (await browser.Gets("/admin/failures")).Source, StringComparison.Ordinal);
        Assert.Null((await browser.Gets("/admin/failures")).Html.QuerySelector("[href$='/fix']"));
        var group = await app.GroupOf(People[0]);

        // It stops where the step fails again.
        var stopped = await app.Reaches(
            await browser.Orders(("order", "Resubmit"), ("all", "true"), ("group", group)), RunState.Stopped);
        Assert.Equal((1, 7), (stopped.Failed, stopped.Left));
        app.ReplyIo.State.Play(Scene.Normal);
        await app.Reaches(await browser.Orders(("order", "Resubmit"), ("all", "true"), ("group", group)), RunState.Done);

        Assert.All(People, who => Assert.Equal(1, app.ReplyIo.State.EnrolledTimes(who, sequence)));
        Assert.All(People, who => Assert.Equal(1, app.ReplyIo.State.CreatesOf(who)));
    }

    [Theory]
    [InlineData(SceneReach.Lists, "NotListed", "Not on its list", "Contact created, not added to its list")]
    [InlineData(SceneReach.Enrollments, "NotEnrolled", "Not enrolled", "Contact created, not enrolled")]
    public async Task The_list_shows_what_has_not_followed(SceneReach reach, string step, string chip, string title)
    {
        await using var app = await TestApp.Start(RefusalSteps.Unlimited);
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.Follows();
        app.ReplyIo.State.Play(new(Scene.NotProcessed, Only: reach));
        await app.Submits(Ann);
        await app.Reaches(Ann, DeliveryState.NeedsAttention);
        app.ReplyIo.State.Play(Scene.Normal);
        await app.IsRefusedFor("bob@example.com", ("phone", "030 123456"));

        var list = await browser.Gets("/admin/leads?step=" + step);

        Assert.Equal([Ann], Listed(list));
        Assert.Equal([Ann], Listed(await browser.Gets($"/admin/leads?order=Email&step={step}")));
        Assert.Contains(chip, list.Html.QuerySelector(".filter-chips")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(await browser.Groups(), group => group.Item1.StartsWith(title + " · ", StringComparison.Ordinal));
        Assert.Empty((await browser.Gets("/admin/leads?step=ToBeEnrolled")).Html.QuerySelectorAll("tbody tr"));
        Assert.DoesNotContain(list.Html.QuerySelectorAll("#cause option"), option => option.GetAttribute("value") is "Enrolled" or "Updated");

        static IEnumerable<string> Listed(Page page) => page.Html.QuerySelectorAll("tbody .column-email").Select(cell => cell.TextContent);
    }
}
