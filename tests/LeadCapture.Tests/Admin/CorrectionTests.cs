using LeadCapture.Admin.Audit;
using LeadCapture.Deliveries;
using LeadCapture.Leads;
using LeadCapture.Sandbox;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static LeadCapture.Tests.Support.LeadSteps;

namespace LeadCapture.Tests.Admin;

public class CorrectionTests
{
    private static readonly (string, string) Why = ("why", "a typing error");

    [Fact]
    public async Task A_refused_lead_is_corrected_at_its_field_and_delivered()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        var path = await app.IsRefused();

        var page = await browser.Gets(path + "/correction");
        Assert.Contains("Reply.io: was refused by the sandbox", page.ErrorOf("firstName"), StringComparison.Ordinal);
        Assert.Equal("firstName", page.Summary[0].Id);
        Assert.Equal(("Ann", Ann), (page.ValueOf("firstName"), page.ValueOf("email")));
        Assert.Equal(303, (await browser.SendsForm(page, "resubmit", ("firstName", "Anna"), Why)).Status);
        await app.IsDelivered(Ann);

        Assert.Equal(1, app.ReplyIo.State.CreatesOf(Ann));
        Assert.Contains("\"Anna\"", app.ReplyIo.State.Contacts[0].Json, StringComparison.Ordinal);
        var shown = await browser.Gets(path);
        Assert.Equal(("Ann", "Anna"), (shown.Html.QuerySelector("del")!.LastChild!.TextContent, shown.Html.QuerySelector("ins")!.LastChild!.TextContent));
        Assert.Contains("a typing error", shown.Html.QuerySelector("[data-correction]")!.TextContent, StringComparison.Ordinal);
        var kept = await app.Query(db => db.Corrections.SingleAsync());
        Assert.Contains("\"Ann\"", kept.Before, StringComparison.Ordinal);
        var notes = await app.Query(db => db.AuditEntries.Where(entry => entry.Kind == "lead").Select(entry => entry.Text).ToListAsync());
        Assert.Equal(["correction 1: First name", ""], notes);
    }

    [Fact]
    public async Task The_rules_of_the_form_hold_and_nothing_that_was_typed_is_lost()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        var page = await browser.Gets(await app.IsRefused() + "/correction");

        var answer = await browser.SendsForm(page, "save", ("email", "no address"), ("company", "Example Ltd"), ("why", ""));

        Assert.Equal((422, "no address", "Example Ltd"), (answer.Status, answer.ValueOf("email"), answer.ValueOf("company")));
        Assert.Contains("Enter an email address like", answer.ErrorOf("email"), StringComparison.Ordinal);
        Assert.NotNull(answer.ErrorOf("why"));
        Assert.Equal(["email", "why"], answer.Summary.Select(line => line.Id));
        Assert.Equal(422, (await browser.SendsForm(page, "save")).Status);
        Assert.Empty(await app.Query(db => db.Corrections.ToListAsync()));
    }

    [Fact]
    public async Task Custom_fields_are_added_removed_and_renamed()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.Posts("/f/contact", ("email", Ann), ("customFields[0].key", "leadSorce"), ("customFields[0].value", "Web"),
            ("customFields[1].key", "old"), ("customFields[1].value", "gone"),
            ("customFields[2].key", "stays"), ("customFields[2].value", "here"));
        await app.IsDelivered(Ann);
        var path = await app.PathOf(Ann);

        var page = await browser.SendsForm(await browser.Gets(path + "/correction"), "remove-row:1");
        page = await browser.SendsForm(page, "add-row");
        Assert.Equal(3, page.Html.QuerySelectorAll("[data-rows] [data-row]").Length);
        await browser.SendsForm(page, "save", ("customFields[0].key", "leadSource"), ("customFields[2].key", "budget"),
            ("customFields[2].value", "1000"), Why);

        var shown = await browser.Gets(path);
        Assert.Equal(("Web", "1000"), (shown.Fact("leadSource"), shown.Fact("budget")));
        Assert.Equal(["leadSorce", "old", "leadSource", "budget"],
            shown.Html.QuerySelectorAll("[data-correction] dt").Select(term => term.TextContent));
    }

    [Fact]
    public async Task A_complaint_about_a_custom_field_stands_at_that_field_also_where_others_are_kept_here()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        app.ReplyIo.State.Play(new(Scene.Refuse, Calls: 1, Field: "customFields/0/value"));
        await app.Posts("/f/landing-page", ("email", Ann), ("customFields[0].key", "consent"), ("customFields[0].value", "yes"),
            ("customFields[1].key", "utm_source"), ("customFields[1].value", "news"));
        await app.Reaches(Ann, DeliveryState.NeedsAttention);

        var page = await browser.Gets(await app.PathOf(Ann) + "/correction");

        Assert.Contains("was refused", page.CustomErrorOf("utm_source"), StringComparison.Ordinal);
        Assert.Null(page.CustomErrorOf("consent"));
    }

    [Fact]
    public async Task Of_two_people_the_second_sees_what_the_first_saved_and_overwrites_nothing()
    {
        await using var app = await TestApp.Start();
        using var one = await AdminBrowser.SignedIn(app, Role.Operator, "one@example.com");
        using var two = await AdminBrowser.SignedIn(app, Role.Operator, "two@example.com");
        var path = await app.IsRefused();
        var (first, second) = (await one.Gets(path + "/correction"), await two.Gets(path + "/correction"));

        Assert.Equal(303, (await one.SendsForm(first, "save", ("firstName", "Anna"), ("company", "Sun Ltd"), Why)).Status);
        var told = await two.SendsForm(second, "resubmit", ("firstName", "Anne"), Why);

        Assert.Equal(409, told.Status);
        Assert.Contains("one@example.com", told.Notice, StringComparison.Ordinal);
        Assert.Contains("First name: saved “Anna”, yours “Anne”", told.Notice, StringComparison.Ordinal);
        Assert.Equal(("Anne", "Sun Ltd"), (told.ValueOf("firstName"), told.ValueOf("company")));
        Assert.Equal(1, (await app.DeliveryOf(Ann)).Attempts);
        Assert.Equal(303, (await two.SendsForm(told, "resubmit", Why)).Status);
        await app.IsDelivered(Ann);
        Assert.Equal(1, app.ReplyIo.State.CreatesOf(Ann));
        Assert.Equal(2, await app.Query(db => db.Corrections.CountAsync()));
        Assert.Contains("\"Anne\"", app.ReplyIo.State.Contacts[0].Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_lead_is_being_sent_nothing_is_saved_and_what_was_typed_stays()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        var page = await browser.Gets(await app.IsRefused() + "/correction");
        await app.Leases(held: true);

        var told = await browser.SendsForm(page, "resubmit", ("firstName", "Anna"), Why);

        Assert.Equal((409, "Anna"), (told.Status, told.ValueOf("firstName")));
        Assert.Contains("being sent right now", told.Notice, StringComparison.Ordinal);
        Assert.Empty(await app.Query(db => db.Corrections.ToListAsync()));
        await app.Leases(held: false);
        Assert.Equal(303, (await browser.SendsForm(told, "resubmit", Why)).Status);
        await app.IsDelivered(Ann);
        Assert.Equal(1, app.ReplyIo.State.CreatesOf(Ann));
    }

    [Fact]
    public async Task The_history_is_whole_after_a_correction_a_plain_resubmission_and_another_correction()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        var path = await app.IsRefused();
        app.ReplyIo.State.Play(new(Scene.Refuse, Calls: 1));

        await browser.SendsForm(await browser.Gets(path + "/correction"), "save", ("firstName", "Anna"), Why);
        await browser.Decides(await browser.Gets(path), "resubmit");
        await TestApp.Eventually(async () => await app.DeliveryOf(Ann) is { Attempts: 2, AttemptId: null }, "refused again");
        await browser.SendsForm(await browser.Gets(path + "/correction"), "resubmit", ("firstName", "Anne"), Why);
        await app.IsDelivered(Ann);

        var shown = await browser.Gets(path);
        Assert.Equal(["Anna", "Ann"], shown.Html.QuerySelectorAll("del").Select(old => old.LastChild!.TextContent));
        Assert.Equal(1, app.ReplyIo.State.CreatesOf(Ann));
    }

    [Fact]
    public async Task The_address_decides_whose_correction_it_is_whatever_else_is_posted()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        var path = await app.IsRefused();
        await app.Submits("bob@example.com");
        var other = (await app.DeliveryOf("bob@example.com")).LeadId.ToString();
        var page = await browser.Gets(path + "/correction");

        await browser.SendsForm(page, "save", ("id", other), ("firstName", "Anna"), Why);

        Assert.Equal(path, "/admin/leads/" + await app.Query(db => db.Corrections.Select(correction => correction.LeadId).SingleAsync()));
    }
}
