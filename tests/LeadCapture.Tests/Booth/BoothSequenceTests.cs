using LeadCapture.Tests.Support;
using static LeadCapture.Tests.Support.LeadSteps;

namespace LeadCapture.Tests.Booth;

/// Where the contacts of a stand go: what a rule of the form says, or else the sequence of the tablet, of the event, of the form.
public class BoothSequenceTests
{
    public static TheoryData<bool, bool, bool, string> Ways => new()
    {
        { false, false, false, "Form" }, { true, false, false, "Event" }, { true, true, false, "Tablet" },
        { false, true, false, "Tablet" }, { true, true, true, "Rule" },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_captured_contact_is_enrolled_by_rule_tablet_event_or_form(bool ofEvent, bool ofTablet, bool byRule, string expected)
    {
        await using var app = await TestApp.Start();
        var sequences = ((string[])["Form", "Event", "Tablet", "Rule"]).ToDictionary(name => name, name => app.ReplyIo.State.AddSequence(name));
        await app.Publishes("event-booth", form => form with
        {
            AfterDelivery = new()
            {
                SequenceId = sequences["Form"],
                Rules = byRule ? [new() { When = new() { All = [new() { Field = "firstName", Is = "Ann" }] }, SequenceId = sequences["Rule"] }] : [],
            },
        });
        using var admin = await AdminBrowser.SignedIn(app);
        var at = await admin.MakesEvent(app);
        if (ofEvent)
            await admin.Does($"/admin/events/{at}", ("name", "Spring fair"), ("form", "event-booth"), ("pin", "4711"), ("sequence", $"{sequences["Event"]}"));
        var tablet = await Tablet.Paired(app, await admin.Invites(at));
        if (ofTablet)
            await admin.Does($"/admin/devices/{tablet.Id}", ("name", "Left"), ("at", $"{at}"), ("sequence", $"{sequences["Tablet"]}"));

        await tablet.HandsOver(tablet.Captures(BoothSteps.Ann));
        await app.IsDelivered(Ann);

        Assert.Equal([sequences[expected]], app.ReplyIo.State.Enrollments.Select(one => one.SequenceId));
    }

    [Fact]
    public async Task The_sequence_of_an_event_holds_also_where_the_form_lets_nothing_follow()
    {
        await using var app = await TestApp.Start();
        var sequence = app.ReplyIo.State.AddSequence("Event");
        using var admin = await AdminBrowser.SignedIn(app);
        var at = await admin.MakesEvent(app);
        await admin.Does($"/admin/events/{at}", ("name", "Spring fair"), ("form", "event-booth"), ("pin", "4711"), ("sequence", $"{sequence}"));
        var tablet = await Tablet.Paired(app, await admin.Invites(at));

        await tablet.HandsOver(tablet.Captures(BoothSteps.Ann));
        await app.IsDelivered(Ann);

        Assert.Equal([sequence], app.ReplyIo.State.Enrollments.Select(one => one.SequenceId));
    }

    [Fact]
    public async Task A_sequence_that_is_no_number_is_told_beside_its_input_and_stays_there()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var at = await admin.MakesEvent(app);
        var tablet = await Tablet.Paired(app, await admin.Invites(at));

        var ofEvent = await admin.Posts($"/admin/events/{at}", ("name", "Spring fair"), ("form", "event-booth"), ("pin", "4711"), ("sequence", "Demo"));
        var ofTablet = await admin.Posts($"/admin/devices/{tablet.Id}", ("name", "Left"), ("at", $"{at}"), ("sequence", "Demo"));

        foreach (var page in (Page[])[ofEvent, ofTablet])
        {
            Assert.Equal(422, page.Status);
            Assert.Equal("Demo", page.Html.QuerySelector("#sequence")!.GetAttribute("value"));
            Assert.Contains("Enter the number", page.Html.QuerySelector("#sequence-error")!.TextContent, StringComparison.Ordinal);
        }
    }
}
