using Microsoft.Playwright;

namespace LeadCapture.BrowserTests.Support;

/// What is done with the keyboard alone, and what the pages look like on the way.
internal static class Keys
{
    public static async Task TabsTo(this IPage page, ILocator target)
    {
        for (var steps = 0; steps < 150; steps++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
        }
        Assert.Fail("The keyboard does not come to " + target);
    }

    public static async Task Presses(this IPage page, AriaRole role, string name)
    {
        await page.TabsTo(page.Sheet().GetByRole(role, new() { Name = name, Exact = true }));
        await page.Keyboard.PressAsync("Enter");
    }

    /// Accessible, no wider than the screen, and kept as a picture where somebody wants to look.
    public static async Task Looks(this IPage page, string name)
    {
        await page.IsAccessible();
        await page.DoesNotScrollSideways();
        if (Environment.GetEnvironmentVariable("LEADCAPTURE_LOOKS") is not { Length: > 0 } folder)
            return;
        var dark = await page.EvaluateAsync<bool>("() => matchMedia('(prefers-color-scheme: dark)').matches");
        await page.ScreenshotAsync(new() { Path = $"{folder}/{name}-{page.ViewportSize!.Width}-{(dark ? "dark" : "light")}.png", FullPage = true });
    }
}
