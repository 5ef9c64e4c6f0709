using LeadCapture.BrowserTests.Support;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadCapture.BrowserTests;

/// One input to every page, with keys alone or by the button.
public class PaletteJourney(Chromium chromium) : Journey(chromium)
{
    [Fact]
    public async Task A_lead_and_a_setting_are_found_with_keys_alone()
    {
        await App.Adds(Role.Admin);
        await App.Submits("ann.lee@example.com");
        await App.IsDelivered("ann.lee@example.com");
        var page = await Visitor();
        var sheet = page.Sheet();
        var loaded = new List<string>();
        page.Request += (_, request) => loaded.Add(request.Url);
        await page.SignsIn("admin@example.com");
        await sheet.Shows("Dashboard");
        Assert.DoesNotContain(loaded, url => url.EndsWith("/palette.js", StringComparison.Ordinal));

        var link = sheet.Locator(".unfolded").GetByRole(AriaRole.Link, new() { Name = "Forms" });
        await link.FocusAsync();
        await page.Keyboard.PressAsync("Control+K");
        var input = sheet.GetByRole(AriaRole.Combobox, new() { Name = "Search pages, forms, and leads" });
        await Expect(input).ToBeFocusedAsync();
        await Expect(Active(page)).ToHaveTextAsync("Dashboard");
        await page.Looks("palette");
        await page.Keyboard.PressAsync("ArrowUp");
        await Expect(Active(page)).ToHaveTextAsync("Import corrections");
        await page.Keyboard.PressAsync("Escape");
        await Expect(input).ToBeHiddenAsync();
        await Expect(link).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Control+K");
        await page.Keyboard.TypeAsync("ann.lee@example.com");
        await Expect(Active(page)).ToContainTextAsync("ann.lee@example.com · Delivered");
        await Expect(sheet.Locator(".palette-news")).ToHaveTextAsync("1 result");
        await page.Looks("palette-lead");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/admin/leads/*");
        Assert.DoesNotContain(loaded, url => url.Contains("ann", StringComparison.Ordinal));

        await page.Keyboard.PressAsync("Control+K");
        await page.Keyboard.TypeAsync("call lim");
        await page.Keyboard.PressAsync("Enter");
        await sheet.Shows("Call limits");
        await page.Keyboard.PressAsync("Control+K");
        await page.Keyboard.TypeAsync("nothing of the kind");
        await Expect(sheet.Locator(".palette-news")).ToHaveTextAsync("No results. Try another word, or a whole email address.");
        await Expect(input).ToHaveAttributeAsync("aria-expanded", "false");
        await page.IsAccessible();
    }

    [Fact]
    public async Task Enter_goes_where_what_was_typed_leads_and_not_where_an_earlier_answer_did()
    {
        await App.Adds(Role.Admin);
        var page = await Visitor();
        await page.SignsIn("admin@example.com");
        await page.Sheet().Shows("Dashboard");
        var first = new TaskCompletionSource();
        var asked = new TaskCompletionSource();
        await page.RouteAsync("**/admin/palette", async route =>
        {
            if (asked.TrySetResult())
                await first.Task;
            await route.ContinueAsync();
        });

        await page.Keyboard.PressAsync("Control+K");
        await asked.Task;
        await page.Keyboard.TypeAsync("call lim");
        await page.Keyboard.PressAsync("Enter");
        first.SetResult();

        await page.Sheet().Shows("Call limits");
    }

    [Fact]
    public async Task The_button_opens_it_and_a_click_goes_there_on_a_phone()
    {
        await App.Adds(Role.Viewer);
        var page = await Visitor(width: 360, height: 740);
        var sheet = page.Sheet();
        await page.SignsIn("viewer@example.com");
        await sheet.Shows("Dashboard");

        await sheet.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await sheet.GetByRole(AriaRole.Option, new() { Name = "Devices" }).ClickAsync();

        await sheet.Shows("Devices");
        await Expect(sheet.GetByRole(AriaRole.Option, new() { Name = "Users" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Without_a_script_no_button_promises_it()
    {
        await App.Adds(Role.Viewer);
        var page = await Visitor(script: false);
        await page.SignsIn("viewer@example.com");
        await page.Sheet().Shows("Dashboard");

        await Expect(page.Sheet().Locator("[data-palette]")).ToBeHiddenAsync();
    }

    /// As a screen reader knows it: by the input.
    private static ILocator Active(IPage page) => page.Locator("[role=option][aria-selected=true]");
}
