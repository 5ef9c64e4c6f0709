using LeadCapture.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadCapture.BrowserTests.Support;

/// What users do in the admin area.
internal static class AdminVerbs
{
    public static async Task SignsIn(this IPage page, string email, string password = Users.Password)
    {
        var login = await page.Opens("/admin/login");
        await login.Field("Email address").FillAsync(email);
        await login.Field("Password").FillAsync(password);
        await login.Press("Sign in");
    }

    public static Task Press(this ILocator sheet, string button) =>
        sheet.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public static Task Shows(this ILocator sheet, string title) =>
        Expect(sheet.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);

    public static Task Says(this ILocator sheet, string news) => Expect(sheet.Locator(".news")).ToHaveTextAsync(news);

    /// By the Tab key alone.
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

    public static Task Presses(this IPage page, AriaRole role, string name) =>
        page.Presses(page.Sheet().GetByRole(role, new() { Name = name, Exact = true }));

    public static async Task Presses(this IPage page, ILocator target)
    {
        await page.TabsTo(target);
        await page.Keyboard.PressAsync("Enter");
    }

    /// Once the script of the page is there: nothing is dragged without.
    public static async Task Drags(this IPage page, ILocator what, ILocator to)
    {
        await page.Locator("html.has-script").WaitForAsync();
        await what.HoverAsync();
        await page.Mouse.DownAsync();
        var target = (await to.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(target.X + target.Width / 2, target.Y + target.Height / 2, new() { Steps = 15 });
        // The page looks where it is no more than every 50 ms.
        await to.Locator("xpath=ancestor::*[@data-list][1]").Locator(".dragged").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.Mouse.UpAsync();
    }

    /// A device that holds passkeys and whose owner always agrees.
    public static async Task HasPasskeys(this IPage page)
    {
        var device = await page.Context.NewCDPSessionAsync(page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
