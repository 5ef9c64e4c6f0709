using LeadCapture.BrowserTests.Support;
using LeadCapture.Deliveries;
using LeadCapture.Leads;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadCapture.BrowserTests;

/// Many leads that were refused for the same fault.
public class FixJourney(Chromium chromium) : Journey(chromium)
{
    protected override IReadOnlyList<string> Settings => RefusalSteps.Unlimited;

    [Fact]
    public async Task One_rule_heals_them_all_and_one_undo_puts_them_back_with_keys_alone()
    {
        const int leads = 500;
        await App.Adds(Role.Operator);
        await App.AreRefusedForPhone(leads);
        var page = await Visitor();
        var sheet = page.Sheet();
        await page.SignsIn("operator@example.com");
        await sheet.Shows("Dashboard");
        await page.Looks("fix-dashboard");
        await page.Presses(AriaRole.Link, "View leads that need attention");
        await sheet.Shows("Failures");
        await page.TabsTo(sheet.Locator(".failure .drop > summary"));
        await page.Keyboard.PressAsync("Enter");
        await page.TabsTo(sheet.Locator(".failure a[href$=notes]"));
        await page.Keyboard.PressAsync("Enter");
        await sheet.Shows("Notes");
        await page.Presses(AriaRole.Button, "Add note");
        await Expect(sheet.Field("Note")).ToHaveAttributeAsync("aria-invalid", "true");
        await page.TabsTo(sheet.Field("Note"));
        await page.Keyboard.TypeAsync("The form of the fair has no country code. " + new string('W', 200));
        await page.Presses(AriaRole.Button, "Add note");
        await Expect(sheet.Locator(".note")).ToContainTextAsync("The form of the fair");
        await page.Looks("fix-notes");
        await page.TabsTo(sheet.Locator(".back a"));
        await page.Keyboard.PressAsync("Enter");
        await sheet.Shows("Failures");
        await page.Looks("fix-failures");

        await page.TabsTo(sheet.Locator(".failure .btn-accent"));
        await page.Keyboard.PressAsync("Enter");
        await sheet.Shows($"Fix {leads} leads");
        await page.Presses(AriaRole.Button, "Preview changes");
        await Expect(sheet.Field("Country code")).ToHaveAttributeAsync("aria-invalid", "true");
        await page.Looks("fix-error");
        await page.TabsTo(sheet.Field("Country code"));
        await page.Keyboard.TypeAsync("+49");
        await page.Presses(AriaRole.Button, "Preview changes");
        await Expect(sheet.Locator("[data-count=changed]")).ToHaveTextAsync($"{leads}");
        await page.Looks("fix-preview");

        await page.TabsTo(sheet.Field("Reason for the correction"));
        await page.Keyboard.TypeAsync("the form did not ask for it");
        await page.Presses(AriaRole.Button, "Correct and resubmit leads");
        await Expect(sheet.Locator(".title-row .pill")).ToHaveTextAsync("Done", new() { Timeout = 60_000 });
        await page.Looks("fix-done");
        Assert.True(await App.AllAre(DeliveryState.Delivered));
        Assert.True(App.ReplyIo.State.HasEachOnce(ClockSteps.People(leads)));

        await page.TabsTo(sheet.Locator("summary", new() { HasText = "Undo corrections" }));
        await page.Keyboard.PressAsync("Enter");
        await page.Presses(AriaRole.Button, "Undo corrections");
        await sheet.Shows($"Undo: {leads} leads");
        await Expect(sheet.Locator(".title-row .pill")).ToHaveTextAsync("Done", new() { Timeout = 60_000 });
        await page.Looks("fix-undone");
        Assert.Equal(2 * leads, await App.Query(db => db.Corrections.CountAsync()));
        Assert.True(App.ReplyIo.State.HasEachOnce(ClockSteps.People(leads)));
    }
}
