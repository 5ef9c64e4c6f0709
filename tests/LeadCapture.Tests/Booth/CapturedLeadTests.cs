using LeadCapture.Booth;
using LeadCapture.Deliveries;
using LeadCapture.Forms.Fields;
using LeadCapture.Leads;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static LeadCapture.Tests.Support.BoothSteps;

namespace LeadCapture.Tests.Booth;

/// Its visitor was thanked: whatever is wrong with a captured lead, it is taken, and a person makes it right.
public class CapturedLeadTests
{
    private static readonly (string, string) Why = ("why", "as Ann spelled it");

    public static TheoryData<string, string, string, string> Broken => new()
    {
        { "email", "", "email", "Enter an email address or a LinkedIn profile" },
        { "email", "ann at example", "email", "Enter an email address like" },
        { "email", new string('a', 10_000) + "@example.com", "email", "characters" },
        { "linkedInUrl", "https://www.linkedin.com/in/" + new string('a', 10_000), "linkedInUrl", "characters" },
        { "company", new string('x', 10_000), "company", "characters" },
        { "customFields[0].value", "boiling", "customFields[0].value", "choose one of the options" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_lead_that_breaks_a_rule_waits_for_a_person_who_heals_it(string input, string value, string field, string words)
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var tablet = await Tablet.At(app, admin);
        (string Name, string Value)[] inputs = [("version", "1"), ("firstName", "Ann"), ("customFields[0].key", "interest"), ("customFields[1].key", "demo"), ("customFields[1].value", "yes")];
        var lead = tablet.Captures([.. inputs, .. input == "email" ? [] : new[] { Visits.Email }, (input, value)]);

        Assert.Equal([lead.Id], await tablet.HandsOver(lead));

        var delivery = await app.OnlyDelivery();
        Assert.Equal((DeliveryState.NeedsAttention, 0, null), (delivery.State, delivery.Attempts, delivery.DueAt));
        var path = $"/admin/leads/{delivery.LeadId}";
        var shown = await admin.Gets(path);
        Assert.Contains("Captured on a tablet", shown.Html.QuerySelector(".reason")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(shown.Html.QuerySelector(".mend .field [aria-invalid=true], .mend .field[aria-invalid=true]"));
        var page = await admin.Gets(path + "/correction");
        var error = field.StartsWith("custom", StringComparison.Ordinal) ? page.CustomErrorOf("interest") : page.ErrorOf(field);
        Assert.Contains(words, error, StringComparison.Ordinal);
        Assert.DoesNotContain("Reply.io", error, StringComparison.Ordinal);
        (string, string) mended = field switch
        {
            "email" => Visits.Email,
            "linkedInUrl" => (field, "https://www.linkedin.com/in/ann"),
            "company" => (field, "Example Ltd"),
            _ => (page.NameOfCustom("interest"), "hot"),
        };
        Assert.Equal(303, (await admin.SendsForm(page, "resubmit", mended, Why)).Status);
        await app.IsDelivered(LeadSteps.Ann);
        Assert.Equal(1, app.ReplyIo.State.CreatesOf(LeadSteps.Ann));
        Assert.Equal((0, 1), ((await app.OnlyDelivery()).Problems?.Length ?? 0, await app.Leads()));
    }

    [Fact]
    public async Task A_required_answer_that_is_missing_is_asked_for_at_its_field()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        await app.Publishes("event-booth", form => form.Map(field => field.Key == "interest" ? field with { Required = true } : field));
        var tablet = await Tablet.At(app, admin);
        await tablet.HandsOver(tablet.Captures(Visits.Email));

        var path = await app.PathOf(LeadSteps.Ann);
        var page = await admin.Gets(path + "/correction");

        Assert.NotNull(page.CustomErrorOf("interest"));
        Assert.Contains("How soon do you want to start?", (await admin.Gets(path)).Html.QuerySelector(".mend")!.TextContent, StringComparison.Ordinal);
        var failures = await admin.Gets("/admin/failures");
        Assert.Contains("How soon do you want to start?", failures.Main.TextContent, StringComparison.Ordinal);
        Assert.Equal(303, (await admin.SendsForm(page, "resubmit", (page.NameOfCustom("interest"), "hot"), Why)).Status);
        await app.IsDelivered(LeadSteps.Ann);
    }

    [Fact]
    public async Task Answers_under_the_same_name_and_under_none_are_kept_and_stop_no_correction()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var tablet = await Tablet.At(app, admin, "contact");
        await tablet.HandsOver(tablet.Captures(Receipt.New(), "contact", Visits.Email,
            ("customFields[0].key", "size"), ("customFields[0].value", "first"), ("customFields[1].key", "Size"),
            ("customFields[1].value", "second"), ("customFields[2].value", "third")));

        var path = await app.PathOf(LeadSteps.Ann);
        var shown = await admin.Gets(path);

        Assert.Equal("first", shown.Fact("size"));
        Assert.StartsWith("second", shown.Fact("Size"), StringComparison.Ordinal);
        Assert.StartsWith("third", shown.Fact("Custom field"), StringComparison.Ordinal);
        Assert.Equal(DeliveryState.NeedsAttention, (await app.OnlyDelivery()).State);
        Assert.Equal(303, (await admin.SendsForm(await admin.Gets(path + "/correction"), "resubmit", ("firstName", "Ann"), Why)).Status);
        await app.IsDelivered(LeadSteps.Ann);
    }

    [Theory]
    [InlineData("archive")]
    [InlineData("close")]
    public async Task A_form_that_was_put_away_meanwhile_still_takes_what_was_captured(string act)
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var tablet = await Tablet.At(app, admin);
        var lead = tablet.Captures(Ann);
        await admin.Posts($"/admin/forms/event-booth/{act}");

        Assert.Equal([lead.Id], await tablet.HandsOver(lead));
        await app.IsDelivered(LeadSteps.Ann);
    }

    [Fact]
    public async Task The_version_counts_that_the_tablet_showed()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var tablet = await Tablet.At(app, admin);
        var lead = tablet.Captures(Ann);
        await app.Publishes("event-booth", form => form.And(new() { Key = "badge", Kind = FieldKinds.Text, Label = "Badge", Required = true }));

        await tablet.HandsOver(lead, tablet.Captures(("email", "bob@example.com"), ("version", "2")));

        await app.IsDelivered(LeadSteps.Ann);
        Assert.Equal(1, (await app.DeliveryOf(LeadSteps.Ann)).Lead!.FormVersion);
        var bob = await app.DeliveryOf("bob@example.com");
        Assert.Equal((DeliveryState.NeedsAttention, 2), (bob.State, bob.Lead!.FormVersion));
    }

    [Theory]
    [InlineData(24)]
    [InlineData(-24)]
    public async Task A_clock_that_is_wrong_by_a_day_gives_the_right_time(int hours)
    {
        await using var app = await TestApp.StartAtRest();
        using var admin = await AdminBrowser.SignedIn(app);
        var tablet = await Tablet.At(app, admin);
        tablet.Ahead = TimeSpan.FromHours(hours);
        var captured = app.Clock!.GetUtcNow().UtcDateTime;
        var lead = tablet.Captures(Ann);

        app.Clock.Advance(TimeSpan.FromMinutes(90));
        await tablet.HandsOver(lead);

        var capture = Assert.Single(await app.Captures());
        Assert.Equal((0, 90), ((int)(capture.CapturedAt - captured).TotalSeconds, (int)Math.Round((capture.ReceivedAt - captured).TotalMinutes)));
        Assert.Contains(hours > 0 ? "Clock 86,400 s ahead" : "Clock 86,400 s behind", (await admin.Gets("/admin/devices")).Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_clock_of_a_tablet_that_was_paired_again_counts_for_what_it_captured_before()
    {
        await using var app = await TestApp.StartAtRest();
        using var admin = await AdminBrowser.SignedIn(app);
        var before = await Tablet.At(app, admin);
        before.Ahead = TimeSpan.FromDays(-1);
        var captured = app.Clock!.GetUtcNow().UtcDateTime;
        var lead = before.Captures(Ann);
        var tablet = await Tablet.Paired(app, await admin.Invites(await admin.MakesEvent(app, "Open day")));
        tablet.Ahead = before.Ahead;

        await tablet.HandsOver(lead);

        Assert.Equal(0, (int)(Assert.Single(await app.Captures()).CapturedAt - captured).TotalSeconds);
    }

    [Fact]
    public async Task No_lead_is_captured_in_the_future_or_before_there_was_time()
    {
        await using var app = await TestApp.StartAtRest();
        using var admin = await AdminBrowser.SignedIn(app);
        var tablet = await Tablet.At(app, admin);
        var one = tablet.Captures(Ann);
        SealedLead[] leads = [.. ((long[])[long.MaxValue, long.MinValue, -1, 0]).Select(at => tablet.Signed(one with { Id = Guid.NewGuid(), At = at }))];

        // What is bound to another time is not opened, and kept all the same.
        Assert.Equal(4, (await tablet.HandsOver(leads)).Count);

        Assert.All(await app.Captures(), capture => Assert.InRange(capture.CapturedAt, DateTime.UnixEpoch, app.Clock!.GetUtcNow().UtcDateTime));
    }

    [Theory]
    [InlineData(119, DeliveryPriority.New)]
    [InlineData(121, DeliveryPriority.Retry)]
    public async Task A_late_lead_goes_behind_those_whose_visitor_may_be_waiting(int seconds, DeliveryPriority priority)
    {
        await using var app = await TestApp.StartAtRest();
        using var admin = await AdminBrowser.SignedIn(app);
        await admin.Does("/admin/settings/pause");
        var tablet = await Tablet.At(app, admin);
        var lead = tablet.Captures(Ann);
        app.Clock!.Advance(TimeSpan.FromSeconds(seconds));

        await tablet.HandsOver(lead);

        Assert.Equal(priority, (await app.DeliveryOf(LeadSteps.Ann)).Priority);
        await admin.Does("/admin/settings/resume");
        await app.Settles();
        Assert.True(await app.AllAre(DeliveryState.Delivered));
    }

    [Fact]
    public async Task A_receipt_that_is_another_leads_is_not_used_twice()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var tablet = await Tablet.At(app, admin);
        var receipt = Receipt.New();
        SealedLead[] leads = [tablet.Captures(receipt, "event-booth", Ann), tablet.Captures(receipt, "event-booth", ("email", "bob@example.com")),
            tablet.Captures("not a receipt", "event-booth", ("email", "cleo@example.com"))];

        Assert.Equal(leads.Select(lead => lead.Id), await tablet.HandsOver(leads));

        Assert.Equal(receipt, (await app.DeliveryOf(LeadSteps.Ann)).Lead!.Receipt);
        Assert.Equal(3, await app.Query(db => db.Leads.Select(lead => lead.Receipt).Distinct().CountAsync()));
        Assert.True(Receipt.Fits((await app.DeliveryOf("cleo@example.com")).Lead!.Receipt));
    }
}
