using LeadCapture.Admin.Audit;
using LeadCapture.Admin.Failures;
using LeadCapture.Admin.Runs;
using LeadCapture.Deliveries;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Admin;

/// What people know about a fault stands beside it.
public class FailureNoteTests
{
    private const string Ann = "ann@example.com", Text = "<b>Their admin adds the field</b> on Monday";

    [Fact]
    public async Task A_note_stands_beside_the_fault_and_is_there_again_when_it_comes_back()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        using var viewer = await AdminBrowser.SignedIn(app, Role.Viewer);
        await app.IsRefusedFor(Ann, ("phone", "030 123456"));
        var notes = FixSteps.NotesOf(await app.GroupOf(Ann));
        Assert.Null((await viewer.Gets("/admin/failures")).Html.QuerySelector($"[href='{notes}']"));

        var kept = await browser.Does(notes, ("text", "first"));
        Assert.Equal("Note added.", kept.News);
        await browser.Does(notes, ("text", Text));
        Assert.Equal(Text, (await viewer.Gets("/admin/failures")).Html.QuerySelector(".failure .note-line .said")!.TextContent);
        Assert.Equal([Text, "first"], (await viewer.Gets(notes)).Html.QuerySelectorAll(".note .said").Select(note => note.TextContent));
        Assert.Equal(403, (await viewer.Posts(notes, ("text", "mine"))).Status);
        Assert.Equal(403, (await viewer.Posts(notes + "/1/remove")).Status);

        var page = await browser.Gets(await app.PathOf(Ann) + "/correction");
        await browser.SendsForm(page, "resubmit", ("phone", "+49 30 123456"), ("why", "asked her"));
        await app.IsDelivered(Ann);
        var meanwhile = await browser.Does(notes, ("text", "typed meanwhile"));
        Assert.Equal("No leads affected right now", meanwhile.Html.QuerySelector("#main .title-row ~ p .under")?.TextContent);
        var earlier = (await viewer.Gets("/admin/failures")).Html.QuerySelector("section[aria-labelledby=earlier-title] a")!;
        Assert.Equal((notes, RefusalSteps.NoCode), (earlier.GetAttribute("href"), earlier.TextContent));
        await app.IsRefusedFor("bob@example.com", ("phone", "040 123456"));

        Assert.Equal(["typed meanwhile", Text, "first"],
            (await browser.Gets(notes)).Html.QuerySelectorAll(".note .said").Select(note => note.TextContent));
        Assert.Null((await viewer.Gets("/admin/failures")).Html.QuerySelector("#earlier-title"));
    }

    [Fact]
    public async Task A_note_is_removed_once_and_the_audit_never_says_what_stood_in_it()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.IsRefusedFor(Ann, ("phone", "030 123456"));
        var notes = FixSteps.NotesOf(await app.GroupOf(Ann));
        await browser.Does(notes, ("text", "ask Ann Lee"));

        Assert.Equal("Note removed.", (await browser.Does(notes + "/1/remove")).News);
        Assert.Equal("Someone else has already removed this note.", (await browser.Does(notes + "/1/remove")).News);

        Assert.Empty((await browser.Gets(notes)).Html.QuerySelectorAll(".note"));
        var noted = await app.Query(db => db.AuditEntries.Where(entry => entry.Kind == "failure").OrderBy(entry => entry.Id).ToListAsync());
        Assert.Equal([AuditAction.AddedNote, AuditAction.RemovedNote], noted.Select(entry => entry.Act));
        Assert.All(noted, entry => Assert.DoesNotContain("Ann Lee", entry.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_no_note_comes_back_with_its_words_and_no_group_is_made_up()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.IsRefusedFor(Ann, ("phone", "030 123456"));
        var (notes, endless) = (FixSteps.NotesOf(await app.GroupOf(Ann)), new string('W', FailureNote.Longest + 1));

        var refused = await browser.Posts(notes, ("text", endless));
        Assert.Equal((422, endless), (refused.Status, refused.ValueOf("text")?.Trim()));
        Assert.NotNull(refused.ErrorOf("text"));
        Assert.Equal(422, (await browser.Posts(notes)).Status);
        Assert.Equal(404, (await browser.Gets(FixSteps.NotesOf("0123456789abcdef"))).Status);
        foreach (var strange in (string[])["UPPER", "a%20b", new('a', 17), "..%2f"])
            Assert.Equal(404, (await browser.Posts(FixSteps.NotesOf(strange), ("text", "x"))).Status);
        Assert.Empty(await app.Query(db => db.FailureNotes.ToListAsync()));
    }

    [Fact]
    public async Task A_group_that_no_rule_heals_is_sent_again_from_its_place()
    {
        await using var app = await TestApp.Start("Reply:RequestsPerMinute=0", "Reply:RequestsPerHour=0");
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.IsRefusedFor(Ann, ("phone", "030 123456"));
        var lead = await app.PathOf(Ann);
        await browser.SendsForm(await browser.Gets(lead + "/correction"), "save", ("phone", "+49 30 123456"), ("why", "asked her"));
        Assert.Equal(FailureGroup.Corrected, await app.GroupOf(Ann));

        var form = (await browser.Gets("/admin/failures")).Html.QuerySelector(".failure form")!;
        var plan = await browser.Posts(form.GetAttribute("action")!,
        [
            ("order", "Resubmit"),
            .. form.QuerySelectorAll("input").Select(input => (input.GetAttribute("name")!, input.GetAttribute("value")!))
                .Where(input => input.Item1 != "__RequestVerificationToken"),
        ]);
        Assert.Equal("Resubmit 1 lead", plan.Title);
        await app.Reaches((await browser.Starts(plan)).To!, RunState.Done);

        await app.IsDelivered(Ann);
    }
}
