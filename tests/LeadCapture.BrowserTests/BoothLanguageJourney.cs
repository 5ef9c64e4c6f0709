using LeadCapture.Booth;
using LeadCapture.BrowserTests.Support;
using LeadCapture.Data;
using LeadCapture.Forms;
using LeadCapture.Forms.Fields;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadCapture.BrowserTests;

/// A tablet at an event whose form is there in two languages.
public class BoothLanguageJourney(Chromium chromium) : Journey(chromium)
{
    private const string English = "Nice to meet you";
    private const string German = "Schön, Sie kennenzulernen";

    private Wifi wifi = null!;
    private Support.Tablet tablet = null!;
    private int german;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        wifi = new(App.Address);
        tablet = new(Playwright, wifi.Address);
        // A custom field has another number there.
        german = await App.PublishesGermanBooth(form => form with
        {
            Steps = [.. form.Steps.Select((step, place) => place > 0 ? step : step with
            {
                Sections = [.. step.Sections, new() { Fields = [new() { Key = "stand", Kind = FieldKinds.Text, Label = "Stand" }] }],
            })],
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await tablet.DisposeAsync();
        await wifi.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_visitor_changes_the_language_by_keys_without_a_connection_and_the_next_one_is_met_in_the_events_own()
    {
        await Begins(german);
        await wifi.GoesAway();
        await tablet.Page.ReloadAsync();
        await Shows(English, "English");
        await tablet.Types("Annabelle");

        await tablet.Page.Presses(Language("Deutsch"));

        await Shows(German, "Deutsch");
        await Expect(tablet.Screen.Locator("main")).ToHaveAttributeAsync("lang", "de");
        await Expect(Language("Deutsch")).ToBeFocusedAsync();
        await Expect(tablet.Screen.Locator("[name=firstName]")).ToHaveValueAsync("Annabelle");
        await Expect(tablet.Screen.Locator("[name=email]")).ToHaveValueAsync("annabelle@example.com");
        await Expect(tablet.Screen.Locator("input[type=radio]").First).ToBeCheckedAsync();
        await Expect(tablet.Screen.Locator("input[type=checkbox]").First).ToBeCheckedAsync();
        await tablet.Page.IsAccessible();

        await tablet.Sends();
        await Expect(tablet.Screen.Locator("h1")).ToHaveTextAsync("Vielen Dank!");
        await Expect(tablet.Screen.Locator("h1")).ToHaveAttributeAsync("lang", "de");
        await Expect(Language("Deutsch")).ToHaveCountAsync(0);
        await tablet.NextVisitor();
        await Shows(English, "English");
        await Expect(tablet.Screen.Locator("[name=firstName]")).ToHaveValueAsync("");

        await wifi.ComesBack();
        await App.IsDelivered("annabelle@example.com");
        var lead = (await App.DeliveryOf("annabelle@example.com")).Lead!;
        Assert.Equal((german, 2), (lead.FormId, lead.FormVersion));
        Assert.Equal("hot", App.SentCustom("interest"));
    }

    [Fact]
    public async Task Whoever_comes_to_a_resting_tablet_may_choose_at_once()
    {
        await Begins(german);
        await tablet.Page.Clock.InstallAsync();
        await tablet.Page.ReloadAsync();
        await tablet.IsReady();
        await Language("Deutsch").ClickAsync();
        await Shows(German, "Deutsch");

        await Rests();
        await Expect(tablet.Screen.Locator(".attract-title")).ToHaveTextAsync(English);
        await Looks("booth-languages-attract");
        await tablet.Page.Presses(Language("Deutsch"));

        await Shows(German, "Deutsch");
        await Expect(tablet.Screen.Locator("h1")).ToBeFocusedAsync();
        await Looks("booth-languages-form");
        await Rests();
        await tablet.Screen.Locator("[data-start]").ClickAsync();
        await Shows(English, "English");
    }

    [Fact]
    public async Task What_is_offered_later_comes_to_the_tablet_and_a_scanned_badge_goes_along()
    {
        await Begins();
        await Expect(tablet.Screen.Locator(".languages")).ToHaveCountAsync(0);
        await App.Publishes("messestand", form => form with { Title = "Willkommen" });
        await App.Query(db => db.Events.ExecuteUpdateAsync(set => set.SetProperty(at => at.TranslationIds, [german])));

        await TestApp.Eventually(async () =>
        {
            await tablet.Page.ReloadAsync();
            await tablet.IsReady();
            return await Language("Deutsch").IsVisibleAsync();
        }, "the other language is here");
        await Scans("BEGIN:VCARD\nVERSION:3.0\nN:Lovelace;Ada\nEMAIL:ada@example.com\nADR:;;;London;;;\nEND:VCARD\n");
        await Expect(tablet.Screen.Locator("[name=email]")).ToHaveValueAsync("ada@example.com");
        await Language("Deutsch").ClickAsync();
        await Shows("Willkommen", "Deutsch");
        await tablet.Sends();

        await App.IsDelivered("ada@example.com");
        var lead = (await App.DeliveryOf("ada@example.com")).Lead!;
        Assert.Equal((german, 3), (lead.FormId, lead.FormVersion));
        Assert.Contains("\"firstName\":\"Ada\"", lead.AnswersJson, StringComparison.Ordinal);
        Assert.Contains("\"city\":\"London\"", lead.AnswersJson, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_admin_offers_a_language_by_keys_and_hears_where_two_forms_are_in_one()
    {
        await App.PublishesCopy("messestand", "zweiter", form => form with { Title = "Willkommen" });
        await Begins();
        await App.Adds(Role.Admin);
        var page = await Visitor();
        await page.SignsIn("admin@example.com");
        var sheet = await page.Opens("/admin/events/1");

        foreach (var title in (string[])[German, "Willkommen"])
        {
            await page.TabsTo(sheet.GetByRole(AriaRole.Checkbox, new() { Name = $"{title} Deutsch" }));
            await page.Keyboard.PressAsync("Space");
        }
        await page.Presses(AriaRole.Button, "Save event");
        await Expect(sheet.Locator("#languages-error")).ToContainTextAsync("Two forms are in German. Choose one per language.");
        await page.Looks("event-languages");
        await sheet.GetByRole(AriaRole.Checkbox, new() { Name = "Willkommen Deutsch" }).UncheckAsync();
        await sheet.Press("Save event");

        await sheet.Says("Saved. Tablets update when they connect.");
        await page.Opens("/admin/events/1/ready");
        await page.Looks("event-ready-languages");
    }

    private async Task Begins(params List<int> languages)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LeadDb>();
        var (open, hidden) = EventKey.New();
        var form = await db.Forms.Where(one => one.Slug == "event-booth").Select(one => one.Id).SingleAsync();
        var at = new Event { Name = "Spring fair", FormId = form, TranslationIds = languages, PublicKey = open, Pin = "4711" };
        db.Events.Add(at);
        await scope.ServiceProvider.GetRequiredService<SecretBox>().Put(db, EventKey.SecretOf(EventKey.IdOf(open)), hidden);
        await db.SaveChangesAsync();
        var code = await scope.ServiceProvider.GetRequiredService<DeviceDoor>().Invite(at.Id, "Tablet 1");
        await db.SaveChangesAsync();
        await tablet.Starts();
        await tablet.IsPaired(code);
    }

    private ILocator Language(string name) =>
        tablet.Screen.GetByRole(AriaRole.Group, new() { Name = "Language" }).GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private async Task Shows(string title, string language)
    {
        await Expect(tablet.Screen.Locator("h1")).ToHaveTextAsync(title);
        await Expect(Language(language)).ToHaveAttributeAsync("aria-current", "true");
        await Expect(tablet.Screen.Locator(".languages [aria-current]")).ToHaveCountAsync(1);
    }

    private async Task Rests()
    {
        await tablet.Page.Clock.FastForwardAsync(61_000);
        await tablet.Screen.Locator("main[data-state=attract]").WaitForAsync();
    }

    private async Task Looks(string name)
    {
        var size = tablet.Page.ViewportSize!;
        foreach (var scheme in (ColorScheme[])[ColorScheme.Dark, ColorScheme.Light])
            foreach (var (width, height) in ((int, int)[])[(390, 844), (768, 1024), (1024, 768)])
            {
                await tablet.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await tablet.Page.SetViewportSizeAsync(width, height);
                await tablet.Page.DoesNotScrollSideways();
                await tablet.Page.IsAccessible();
                Assert.All(await Heights(), one => Assert.True(one >= 48, $"{one} px"));
                if (Environment.GetEnvironmentVariable("LEADCAPTURE_LOOKS") is { Length: > 0 } folder)
                    await tablet.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}-{scheme}.png") });
            }
        await tablet.Page.SetViewportSizeAsync(size.Width, size.Height);
    }

    /// As a hand scanner types, which is faster than the keys of a busy browser come one by one.
    private async Task Scans(string text) => await tablet.Page.EvaluateAsync(
        """
        (text) => {
          for (const key of text)
            document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: key === "\n" ? "Enter" : key, bubbles: true, cancelable: true }));
        }
        """, text);

    private Task<double[]> Heights() => tablet.Screen.Locator(".languages button")
        .EvaluateAllAsync<double[]>("buttons => buttons.map((button) => button.getBoundingClientRect().height)");
}
