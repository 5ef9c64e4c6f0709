using LeadCapture.Admin;
using LeadCapture.BrowserTests.Support;
using LeadCapture.Deliveries;
using LeadCapture.Sandbox;
using LeadCapture.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadCapture.BrowserTests;

/// What an operator does about a lead that Reply.io refused.
public class LeadCareJourney(Chromium chromium) : Journey(chromium)
{
    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(768, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(360, ColorScheme.Dark)]
    public async Task A_refused_lead_is_corrected_and_delivered_with_keys_alone(int width, ColorScheme scheme)
    {
        await App.Adds(Role.Operator);
        await App.Submits("bob@example.com");
        App.ReplyIo.State.Play(new(Scene.Refuse, Calls: 1, Field: "firstName"));
        await App.Submits("ann@example.com");
        await App.Reaches("ann@example.com", DeliveryState.NeedsAttention);
        var page = await Visitor(width: width, scheme: scheme);
        var sheet = page.Sheet();
        await page.SignsIn("operator@example.com");
        await sheet.Shows("Dashboard");
        await page.Opens("/admin/leads");
        await page.Looks("lead-list");

        await TabsTo(sheet.GetByRole(AriaRole.Link, new() { Name = "Ann", Exact = true }).First);
        await page.Keyboard.PressAsync("Enter");
        await sheet.Shows("Ann");
        await page.Looks("lead-refused");
        await TabsTo(sheet.GetByRole(AriaRole.Link, new() { Name = "Correct", Exact = true }));
        await page.Keyboard.PressAsync("Enter");
        await Expect(sheet.Locator("#error-summary")).ToBeFocusedAsync();
        await page.Looks("lead-correction");
        await TabsTo(sheet.Locator("#error-summary a"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(sheet.Field("First name")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("Anna");
        await TabsTo(sheet.Field("Why is it corrected?"));
        await page.Keyboard.TypeAsync("a typing error");
        await TabsTo(sheet.GetByRole(AriaRole.Button, new() { Name = "Save and resubmit" }));
        await page.Keyboard.PressAsync("Enter");

        await sheet.Says("It is saved, and on its way to Reply.io.");
        await App.IsDelivered("ann@example.com");
        await page.ReloadAsync();
        await Expect(sheet.Locator(".title-row .pill")).ToHaveTextAsync("Delivered");
        await page.Looks("lead-delivered");
        Assert.Equal(1, App.ReplyIo.State.CreatesOf("ann@example.com"));

        async Task TabsTo(ILocator target)
        {
            for (var steps = 0; steps < 150; steps++)
            {
                await page.Keyboard.PressAsync("Tab");
                if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
                    return;
            }
            Assert.Fail("The keyboard does not come to " + target);
        }
    }
}
