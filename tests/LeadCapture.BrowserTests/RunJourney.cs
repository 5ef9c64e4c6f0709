using LeadCapture.BrowserTests.Support;
using LeadCapture.Sandbox;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadCapture.BrowserTests;

/// What an operator does about many leads at once.
public class RunJourney(Chromium chromium) : Journey(chromium)
{
    [Fact]
    public async Task All_that_match_are_sent_with_keys_alone_and_the_page_follows_by_itself()
    {
        await App.Adds(Role.Operator);
        await App.Crowd(60);
        App.ReplyIo.State.Play(Scene.Refuse, calls: 1);
        var page = await Visitor();
        var sheet = page.Sheet();
        await page.SignsIn("operator@example.com");
        await sheet.Shows("Dashboard");
        await page.Opens("/admin/leads?state=NeedsAttention");
        await page.TabsTo(sheet.GetByLabel("Select all leads on this page"));
        await page.Keyboard.PressAsync("Space");
        await Expect(sheet.Locator("input[name=lead]:checked")).ToHaveCountAsync(50);
        await page.TabsTo(sheet.GetByLabel("Select all that match"));
        await page.Keyboard.PressAsync("Space");
        await page.Looks("run-list");

        await page.TabsTo(sheet.GetByRole(AriaRole.Button, new() { Name = "Resubmit" }));
        await page.Keyboard.PressAsync("Enter");
        await sheet.Shows("Resubmit 60 leads");
        await page.Looks("run-plan");
        await page.TabsTo(sheet.GetByRole(AriaRole.Button, new() { Name = "Resubmit 60 leads" }));
        await page.Keyboard.PressAsync("Enter");
        await Expect(sheet.Locator(".title-row .pill")).ToHaveTextAsync("Stopped");
        await Expect(sheet.Locator("#failed-title")).ToHaveTextAsync("Failed leads");
        await page.Looks("run-stopped");
        await page.TabsTo(sheet.GetByRole(AriaRole.Button, new() { Name = "Resume bulk action" }));
        await page.Keyboard.PressAsync("Enter");

        await Expect(sheet.Locator(".title-row .pill")).ToHaveTextAsync("Done", new() { Timeout = 30_000 });
        await Expect(sheet.Locator("#run-news")).ToHaveTextAsync("Done. Some leads failed. Correct and resubmit them.");
        await page.Looks("run-done");
        await page.Opens("/admin/runs/1/leads");
        await page.Looks("run-leads");
        await page.Opens("/admin/runs");
        await page.Looks("run-index");
        Assert.Equal(60, App.ReplyIo.State.Received);
    }
}
