using LeadCapture.Admin.Audit;
using LeadCapture.Catalogue;
using LeadCapture.Deliveries;
using LeadCapture.Forms;
using LeadCapture.Forms.Fields;
using LeadCapture.Sandbox;
using LeadCapture.Settings;
using LeadCapture.Tests.Alerts;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace LeadCapture.Tests.Catalogue;

/// Somebody renames a custom field in Reply.io, and forms go on sending the old name.
public class MappingDriftTests
{
    [Fact]
    public async Task A_renamed_field_is_told_within_one_night_and_no_lead_fails_once_the_suggestion_is_accepted()
    {
        await using var app = await TestApp.Start(new TestAppPlan
        {
            Clock = new FakeTimeProvider(DateTimeOffset.UtcNow),
            Catalogue = CatalogueSchedule.Nightly,
        });
        using var mail = new MailServer();
        (await app.IsToldByEmail(mail.Port)).Dispose();
        await app.AsksForBudget();
        await app.IsRead();

        app.ReplyIo.State.RenameCustomField("budget", "Budget 2027");
        // From now on what is sent under the old name is refused.
        app.ReplyIo.State.Play(Scene.Strict);
        await app.Passes(TimeSpan.FromHours(24));
        await TestApp.Eventually(async () => (await app.Catalogue().Get()).FindGone("budget") is not null, "found missing");
        await app.Hears(() => mail.Messages.Count, 1);
        Assert.Contains("Subject: LeadCapture: A form uses a custom field that is missing in Reply.io", mail.Messages[0], StringComparison.Ordinal);
        Assert.Contains("- \"budget\" in form \"landing-page\"", mail.Messages[0], StringComparison.Ordinal);
        Assert.Contains("https://leads.example.com/admin/forms/drift", mail.Messages[0], StringComparison.Ordinal);

        using var browser = await AdminBrowser.SignedIn(app, Role.Admin, "on-duty@example.com");
        // A lead that waits while this is mended has the answer under the old name.
        await app.Services.GetRequiredService<GateSwitch>().Pause("Somebody mends it");
        await app.SendsBudget("waits@example.com");
        var page = await browser.AcceptsSuggestion(await browser.Gets(DriftSteps.Page));
        await app.Services.GetRequiredService<GateSwitch>().Resume();
        await app.SendsBudget("new@example.com", "20,000");
        await app.Settles();

        Assert.Equal("Saved. Answers to Your budget now go to Budget 2027, including those of waiting leads.", page.News);
        Assert.Contains("Nothing is missing", page.Main.TextContent, StringComparison.Ordinal);
        Assert.True(await app.AllAre(DeliveryState.Delivered));
        Assert.Equal(("10,000", "20,000"), (app.StoredAs("waits@example.com", "Budget 2027"), app.StoredAs("new@example.com", "Budget 2027")));
        await app.Passes(TimeSpan.FromHours(24));
        await app.Looks();
        Assert.Single(mail.Messages);
    }

    [Fact]
    public async Task Without_the_suggestion_leads_lose_the_answer_and_the_lead_says_so()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Viewer);
        await app.AsksForBudget();
        await app.Checks();
        app.ReplyIo.State.RenameCustomField("budget", null);
        await app.Checks();

        await app.SendsBudget("ann@example.com");
        await app.IsDelivered("ann@example.com");
        var page = await browser.Gets(DriftSteps.Page);

        Assert.Null(app.StoredAs("ann@example.com", "budget"));
        Assert.Contains("Your budget",
            (await browser.Gets(await app.PathOf("ann@example.com"))).Html.QuerySelector(".compared tr:has(mark)")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("“budget” is no longer among Reply.io's custom fields.", page.Main.TextContent, StringComparison.Ordinal);
        Assert.Null(page.Html.QuerySelector("[data-drift] form"));
        Assert.Null(page.Html.QuerySelector("form[action$='/check']"));
    }

    [Fact]
    public async Task After_the_suggestion_nothing_is_missing_in_Reply_io()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Admin);
        await Drifts(app);
        await browser.AcceptsSuggestion(await browser.Gets(DriftSteps.Page));

        await app.SendsBudget("ann@example.com");
        await app.IsDelivered("ann@example.com");
        var page = await browser.Gets(await app.PathOf("ann@example.com"));

        Assert.Null(page.Html.QuerySelector(".not-stored"));
        Assert.Contains("Your budget", page.Main.TextContent, StringComparison.Ordinal);
    }

    /// A visitor opened the page before; a booth posts by the version it has.
    [Fact]
    public async Task A_lead_of_an_earlier_version_goes_to_the_new_field_too()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Admin);
        await Drifts(app);
        var before = await Version(app);
        await browser.AcceptsSuggestion(await browser.Gets(DriftSteps.Page));
        Assert.NotEqual(before, await Version(app));

        using var answer = await app.Posts("/f/landing-page", ("email", "ann@example.com"), ("version", $"{before}"),
            ("customFields[0].key", "consent"), ("customFields[0].value", "yes"), ("customFields[1].key", "budget"), ("customFields[1].value", "5"));
        await app.IsDelivered("ann@example.com");

        Assert.Equal("5", app.StoredAs("ann@example.com", "Budget 2027"));
        Assert.Null((await browser.Gets(await app.PathOf("ann@example.com"))).Html.QuerySelector(".not-stored"));
    }

    [Fact]
    public async Task A_draft_with_other_changes_gets_the_new_field_and_stays_a_draft()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Admin);
        await Drifts(app);
        await InDrafts(app, async (drafts, db) =>
        {
            var draft = (await drafts.Find("landing-page"))!;
            await drafts.Change(draft.Form, draft.Definition with { Title = "Half done" }, "somebody");
            return await db.SaveChangesAsync();
        });

        await browser.AcceptsSuggestion(await browser.Gets(DriftSteps.Page));

        var (draft, published) = await InDrafts(app, async (drafts, _) => (await drafts.Find("landing-page"))! is var now
            ? (now.Definition, now.Published!) : default);
        Assert.Equal(("Half done", "Budget 2027"), (draft.Title, draft.FieldOf("budget")!.SentAs));
        Assert.Equal(("Budget 2027", false), (published.FieldOf("budget")!.SentAs, published.Title == "Half done"));
        Assert.Equal("\"budget\" is sent as \"Budget 2027\", version 3", (await app.Query(db =>
            db.AuditEntries.SingleAsync(entry => entry.Act == AuditAction.RemappedField && entry.SubjectId == "landing-page"))).Text);
    }

    [Fact]
    public async Task A_field_renamed_back_is_no_longer_missing()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Admin);
        await Drifts(app);
        await browser.AcceptsSuggestion(await browser.Gets(DriftSteps.Page));
        app.ReplyIo.State.RenameCustomField("Budget 2027", "Budget");

        var missing = await browser.Does(DriftSteps.Page + "/check");
        await browser.AcceptsSuggestion(missing);
        await app.SendsBudget("ann@example.com");
        await app.IsDelivered("ann@example.com");

        Assert.Contains("“Budget 2027” is no longer", missing.Main.TextContent, StringComparison.Ordinal);
        Assert.Null((await app.Services.GetRequiredService<FormCatalog>().Find("landing-page"))!.Definition.FieldOf("budget")!.SentAs);
        Assert.Contains("Nothing is missing", (await browser.Gets(DriftSteps.Page)).Main.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_likeliest_field_is_chosen_and_none_that_the_form_fills_already_is_offered()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Admin);
        foreach (var title in (string[])["Total budgets", "Shoe size", "Color"])
            app.ReplyIo.State.AddCustomField(title);
        await app.Publishes("landing-page", form => form.And(DriftSteps.Budget).And(DriftSteps.Budget with { Key = "color", Label = "Color" }));
        await app.Checks();
        app.ReplyIo.State.RenameCustomField("budget", "Money");
        app.ReplyIo.State.RenameCustomField("Shoe size", null);
        app.ReplyIo.State.AddCustomField("The budget (EUR)");
        await app.Checks();

        var page = await browser.Gets(DriftSteps.Page);
        Assert.Equal(["The budget (EUR)", "Total budgets", "Money", "leadSource"], Offered(page));

        app.ReplyIo.State.RenameCustomField("The budget (EUR)", null);
        app.ReplyIo.State.RenameCustomField("Total budgets", null);
        await app.Checks();
        page = await browser.Gets(DriftSteps.Page);
        Assert.Equal(["", "Money", "leadSource"], Offered(page));
        var refused = await browser.Posts(DriftSteps.Page + "/map", ("form", "landing-page"), ("key", "budget"), ("to", ""));
        Assert.Equal((422, "Error: Choose a custom field from the list"), (refused.Status, refused.ErrorOf("to")));
        refused = await browser.Posts(DriftSteps.Page + "/map", ("form", "landing-page"), ("key", "budget"), ("to", "color"));
        Assert.Equal(422, refused.Status);
    }

    [Fact]
    public async Task Each_option_that_is_a_field_of_its_own_is_mended_alone()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Admin);
        foreach (var title in (string[])["Wants demo", "Wants call"])
            app.ReplyIo.State.AddCustomField(title);
        await app.Publishes("landing-page", form => form.And(new()
        {
            Key = "wishes",
            Kind = FieldKinds.Checkboxes,
            Label = "Wishes",
            SendsEach = true,
            Options = [new("Wants demo", "A demo"), new("Wants call", "A call")],
        }));
        await app.Checks();
        app.ReplyIo.State.RenameCustomField("Wants demo", "Demo wanted");
        await app.Checks();

        await browser.AcceptsSuggestion(await browser.Gets(DriftSteps.Page));
        await app.SendsBudget("ann@example.com", "Wants demo, Wants call", "wishes");
        await app.IsDelivered("ann@example.com");

        Assert.Equal(("yes", "yes", null), (app.StoredAs("ann@example.com", "Demo wanted"), app.StoredAs("ann@example.com", "Wants call"),
            app.StoredAs("ann@example.com", "wishes")));
    }

    /// Before there was a catalogue, leads were delivered with a field that is gone by now.
    [Fact]
    public async Task What_was_delivered_before_the_first_look_is_missed_too_and_what_never_was_there_is_not()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Admin);
        await app.Publishes("landing-page", form => form.And(DriftSteps.Budget).And(DriftSteps.Budget with { Key = "never there", Label = "Never" })
            .And(DriftSteps.Budget with { Key = "here alone", Label = "Here", KeptHere = true }));
        await app.SendsBudget("ann@example.com");
        await app.IsDelivered("ann@example.com");
        app.ReplyIo.State.RenameCustomField("budget", "Budget 2027");

        var page = await browser.Does(DriftSteps.Page + "/check");

        Assert.Equal("Checked. 1 field needs a new custom field.", page.News);
        Assert.Equal("landing-page/budget", Assert.Single(page.Html.QuerySelectorAll("[data-drift]")).GetAttribute("data-drift"));
    }

    [Fact]
    public async Task A_page_that_is_out_of_date_changes_nothing()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Admin);
        await Drifts(app);
        var page = await browser.Gets(DriftSteps.Page);
        await browser.AcceptsSuggestion(page);
        var version = await Version(app);

        var again = await browser.AcceptsSuggestion(page);

        Assert.Equal("This field has changed since you opened the page, so nothing was done.", again.News);
        Assert.Equal(version, await Version(app));
    }

    [Theory]
    [InlineData("""{ "property": "city", "kind": "text", "label": "City", "sentAs": "Town" }""", "sentAs")]
    [InlineData("""{ "key": "a", "kind": "text", "label": "A", "sentAs": "" }""", "sentAs")]
    [InlineData("""{ "key": "a", "kind": "text", "label": "A", "sentAs": "BUDGET" }, { "key": "budget", "kind": "text", "label": "B" }""", "BUDGET")]
    [InlineData("""{ "key": "a", "kind": "checkboxes", "label": "A", "options": [ { "value": "v", "label": "V", "sentAs": "W" } ] }""", "options")]
    public void A_form_that_sends_elsewhere_is_checked(string fields, string named)
    {
        var form = FormJson.ReadFile($$"""
            { "schema": 1, "title": "T", "steps": [ { "sections": [ { "fields": [
              { "property": "email", "kind": "email", "label": "Email" }, {{fields}} ] } ] } ] }
            """);

        var (place, problem) = Assert.Single(FormDefinitionRules.ProblemsOf(form));
        Assert.Contains(named, place + problem, StringComparison.Ordinal);
    }

    private static async Task Drifts(TestApp app)
    {
        await app.AsksForBudget();
        await app.Checks();
        app.ReplyIo.State.RenameCustomField("budget", "Budget 2027");
        Assert.NotNull((await app.Checks()).FindGone("budget"));
    }

    private static IEnumerable<string?> Offered(Page page) =>
        page.Html.QuerySelectorAll("[data-drift='landing-page/budget'] option").Select(option => option.GetAttribute("value"));

    private static async Task<int> Version(TestApp app) => (await app.Services.GetRequiredService<FormCatalog>().Find("landing-page"))!.Version;

    private static async Task<T> InDrafts<T>(TestApp app, Func<Drafts, LeadCapture.Data.LeadDb, Task<T>> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<Drafts>(), scope.ServiceProvider.GetRequiredService<LeadCapture.Data.LeadDb>());
    }
}
