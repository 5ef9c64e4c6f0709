using System.Text.Json;
using LeadCapture.Booth;
using LeadCapture.Deliveries;
using LeadCapture.Leads;
using LeadCapture.Sandbox;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static LeadCapture.Tests.Support.LeadSteps;

namespace LeadCapture.Tests.Booth;

/// One visitor who talks to several people at a stand: the contact ends up with what all of them wrote down.
public class EventNotesTests
{
    [Fact]
    public async Task Notes_of_one_visitor_are_put_together_each_once()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var (anna, ben) = await Stand(app, admin);

        await anna.HandsOver(Noted(anna, "Wants a demo"));
        await HasNotes(app, "Wants a demo");
        await ben.HandsOver(Noted(ben, "Has a budget\nuntil May"));
        await HasNotes(app, "Wants a demo\n\nHas a budget\nuntil May");
        await ben.HandsOver(Noted(ben, "Wants a demo"));

        await HasNotes(app, "Has a budget\nuntil May\n\nWants a demo");
    }

    [Fact]
    public async Task A_note_behind_earlier_ones_is_no_difference()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var (anna, ben) = await Stand(app, admin);
        await anna.HandsOver(Noted(anna, "Wants a demo"));
        await HasNotes(app, "Wants a demo");
        await ben.HandsOver(Noted(ben, "Has a budget"));
        await TestApp.Eventually(() => app.AllAre(DeliveryState.Delivered), "all delivered");

        var last = await app.Query(db => db.Leads.OrderByDescending(lead => lead.ReceivedAt).FirstAsync());
        var page = await admin.Gets($"/admin/leads/{last.Id}");

        Assert.Contains("Has a budget", page.Html.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.Html.QuerySelectorAll("mark"));
    }

    [Fact]
    public async Task What_was_noted_elsewhere_or_never_sent_stays_out()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var (anna, ben) = await Stand(app, admin);
        var open = await admin.MakesEvent(app, "Open day");
        var elsewhere = await Tablet.Paired(app, await admin.Invites(open));
        await elsewhere.HandsOver(Noted(elsewhere, "Only looked around"));
        await HasNotes(app, "Only looked around");

        app.ReplyIo.State.Play(Scene.Strict);
        await anna.HandsOver(anna.Captures([.. BoothSteps.Ann, ("notes", "Wants a demo"), ("phone", "030 123456")]));
        await app.Reaches(Ann, DeliveryState.NeedsAttention);
        app.ReplyIo.State.Play(Scene.Normal);
        await ben.HandsOver(Noted(ben, "Has a budget"));

        await HasNotes(app, "Has a budget");
    }

    [Fact]
    public async Task Notes_put_together_are_sent_once_where_the_answer_is_lost()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var (anna, ben) = await Stand(app, admin);
        await anna.HandsOver(Noted(anna, "Wants a demo"));
        await HasNotes(app, "Wants a demo");

        app.ReplyIo.State.Play(Scene.CutAfter, calls: 1);
        await ben.HandsOver(Noted(ben, "Has a budget"));
        await TestApp.Eventually(() => app.AllAre(DeliveryState.Delivered), "all delivered");

        await HasNotes(app, "Wants a demo\n\nHas a budget");
        Assert.Equal(2, app.ReplyIo.State.CreatesOf(Ann));
    }

    private static async Task<(Tablet Anna, Tablet Ben)> Stand(TestApp app, AdminBrowser admin)
    {
        var at = await admin.MakesEvent(app);
        return (await Tablet.Paired(app, await admin.Invites(at)), await Tablet.Paired(app, await admin.Invites(at)));
    }

    private static SealedLead Noted(Tablet tablet, string note) => tablet.Captures([.. BoothSteps.Ann, ("notes", note)]);

    private static Task HasNotes(TestApp app, string expected) => TestApp.Eventually(
        () => Task.FromResult(app.ReplyIo.State.Contacts.Any(contact => contact.Email == Ann && NotesOf(contact.Json) == expected)), expected);

    private static string? NotesOf(string json) =>
        JsonDocument.Parse(json).RootElement.TryGetProperty("notes", out var notes) ? notes.GetString() : null;
}
