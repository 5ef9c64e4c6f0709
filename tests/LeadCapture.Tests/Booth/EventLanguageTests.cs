using System.Text.Json;
using LeadCapture.Booth;
using LeadCapture.Forms;
using LeadCapture.Leads;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Booth;

/// An event has its form in several languages.
public class EventLanguageTests
{
    [Fact]
    public async Task Other_forms_are_offered_with_their_language_and_kept()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var german = await app.PublishesGermanBooth();
        var id = await admin.MakesEvent(app);

        var before = await admin.Gets($"/admin/events/{id}");
        await Saves(admin, id, "event-booth", german);
        var after = await admin.Gets($"/admin/events/{id}");

        Assert.Equal((null, "Schön, Sie kennenzulernen", "de", "Deutsch"), Offer(before, german));
        Assert.Equal(("", "Schön, Sie kennenzulernen", "de", "Deutsch"), Offer(after, german));
        Assert.DoesNotContain(after.Html.QuerySelectorAll("#languages label"), label => label.TextContent.Contains("Nice to meet you", StringComparison.Ordinal));
        await Saves(admin, id, "event-booth");
        Assert.Empty(await TranslationsOf(app));
    }

    [Fact]
    public async Task Nothing_is_offered_where_all_forms_are_in_one_language()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);

        Assert.Null((await admin.Gets("/admin/events/new")).Html.QuerySelector("#languages"));
    }

    [Theory]
    [InlineData("event-booth", "messestand", "zweiter", "German")]
    [InlineData("messestand", "zweiter", null, "German")]
    [InlineData("messestand", "event-booth", "contact", "English")]
    public async Task Two_forms_in_one_language_are_refused(string own, string one, string? other, string language)
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        await app.PublishesGermanBooth();
        await app.PublishesCopy("messestand", "zweiter", form => form);
        var id = await admin.MakesEvent(app);
        int[] chosen = [.. await IdsOf(app, one, other ?? one)];

        var refused = await admin.Posts($"/admin/events/{id}", Typed(own, chosen));

        Assert.Equal(422, refused.Status);
        Assert.EndsWith($"Two forms are in {language}. Choose one per language.",
            refused.Html.QuerySelector("#languages-error")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.All(chosen, form => Assert.Equal("", Offer(refused, form).Checked));
        Assert.Empty(await TranslationsOf(app));
    }

    [Fact]
    public async Task The_form_of_the_event_is_no_translation_of_itself()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var german = await app.PublishesGermanBooth();
        var id = await admin.MakesEvent(app);

        await Saves(admin, id, "messestand", [german, .. await IdsOf(app, "event-booth")]);

        Assert.Equal(await IdsOf(app, "event-booth"), await TranslationsOf(app));
    }

    [Fact]
    public async Task A_tablet_gets_all_forms_of_its_event_and_hears_when_one_is_another()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var german = await app.PublishesGermanBooth();
        var id = await admin.MakesEvent(app);
        var tablet = await Tablet.Paired(app, await admin.Invites(id));
        Assert.Empty(tablet.Setup.GetProperty("translations").EnumerateArray());

        await Saves(admin, id, "event-booth", german);
        var told = (await tablet.IsAnswered()).Setup;
        var setup = await Setup(tablet);
        await app.Publishes("messestand", form => form with { ThanksTitle = "Danke, {firstName}!" });
        var toldAgain = (await tablet.IsAnswered()).Setup;
        var again = await Setup(tablet);

        Assert.Equal(3, new[] { Tag(tablet.Setup), told, toldAgain }.Distinct().Count());
        Assert.Equal((told, toldAgain), (Tag(setup), Tag(again)));
        Assert.Equal(("en", "English"), Language(setup.GetProperty("form")));
        var translation = Assert.Single(setup.GetProperty("translations").EnumerateArray());
        var form = translation.GetProperty("form");
        Assert.Equal(("de", "Deutsch"), Language(form));
        Assert.Equal(("messestand", 2, "/f/messestand/booth", "Vielen Dank!"), (form.GetProperty("slug").GetString(),
            form.GetProperty("version").GetInt32(), form.GetProperty("address").GetString(), form.GetProperty("thanksTitle").GetString()));
        Assert.NotEmpty(translation.GetProperty("rules").GetProperty("fields").EnumerateArray());
        Assert.Equal("Danke!", again.GetProperty("translations")[0].GetProperty("form").GetProperty("thanksTitle").GetString());
        var page = await app.Opens("/f/messestand/booth");
        Assert.Equal("de", page.Html.QuerySelector("main")!.GetAttribute("lang"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_lead_is_of_the_form_that_was_filled_in_whatever_the_event_offers_by_then(bool isOffered)
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var german = await app.PublishesGermanBooth();
        var id = await admin.MakesEvent(app);
        await Saves(admin, id, "event-booth", german);
        var tablet = await Tablet.Paired(app, await admin.Invites(id));
        var lead = tablet.Captures(Receipt.New(), "messestand", ("email", LeadSteps.Ann), ("firstName", "Ann"), ("version", "2"));
        if (!isOffered)
        {
            await Saves(admin, id, "contact");
            await admin.Posts("/admin/forms/messestand/archive");
        }

        Assert.Equal([lead.Id], await tablet.HandsOver(lead));

        await app.IsDelivered(LeadSteps.Ann);
        var stored = (await app.DeliveryOf(LeadSteps.Ann)).Lead!;
        Assert.Equal((german, 2), (stored.FormId, stored.FormVersion));
        Assert.Equal(id, Assert.Single(await app.Captures()).EventId);
    }

    [Fact]
    public async Task The_pre_flight_checks_each_form_under_its_name()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);
        var german = await app.PublishesGermanBooth();
        var id = await admin.MakesEvent(app);
        await Saves(admin, id, "event-booth", german);
        await admin.Posts("/admin/forms/messestand/close");

        var ready = await admin.Gets($"/admin/events/{id}/ready");
        await app.Publishes("messestand", form => form with { Language = null });
        var twice = await admin.Gets($"/admin/events/{id}/ready");

        Assert.Equal(("yes", "Form: Nice to meet you"), Check(ready, "form-event-booth"));
        Assert.Equal(("no", "Form: Schön, Sie kennenzulernen"), Check(ready, "form-messestand"));
        Assert.Equal("Sequences: Schön, Sie kennenzulernen", Check(ready, "sequences-messestand").Title);
        Assert.Equal(("yes", "no"), (Check(ready, "languages").IsGood, Check(twice, "languages").IsGood));
        Assert.Contains("Two forms are in English.", twice.Html.QuerySelector("[data-check=languages]")!.TextContent, StringComparison.Ordinal);
    }

    private static (string? IsGood, string Title) Check(Page page, string id) => page.Html.QuerySelector($"[data-check={id}]") is { } check
        ? (check.GetAttribute("data-good"), check.QuerySelector("h2")!.TextContent)
        : ("missing", "");

    private static (string? Checked, string Title, string? Tag, string Language) Offer(Page page, int form)
    {
        var box = page.Html.QuerySelector($"input[name=languages][value='{form}']")!;
        var language = box.ParentElement!.QuerySelector("[lang]")!;
        var text = box.ParentElement.TextContent.Trim();
        return (box.GetAttribute("checked") is null ? null : "", text[..^language.TextContent.Length], language.GetAttribute("lang"), language.TextContent);
    }

    private static async Task Saves(AdminBrowser admin, int id, string form, params int[] languages) =>
        await admin.Does($"/admin/events/{id}", Typed(form, languages));

    private static (string, string)[] Typed(string form, int[] languages) =>
        [("name", "Spring fair"), ("form", form), ("pin", "4711"), .. languages.Select(one => ("languages", one.ToString(InvariantCulture)))];

    private static Task<List<int>> IdsOf(TestApp app, params string[] slugs) =>
        app.Query(db => db.Forms.Where(form => slugs.Contains(form.Slug)).Select(form => form.Id).ToListAsync());

    private static Task<List<int>> TranslationsOf(TestApp app) =>
        app.Query(db => db.Events.Select(one => one.TranslationIds).SingleAsync());

    private static async Task<JsonElement> Setup(Tablet tablet) => (await Json.Of(await tablet.AsksForSetup())).Body;

    private static string? Tag(JsonElement setup) => setup.GetProperty("tag").GetString();

    private static (string?, string?) Language(JsonElement form) =>
        (form.GetProperty("language").GetString(), form.GetProperty("languageName").GetString());
}
