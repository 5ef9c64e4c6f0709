using LeadCapture.Admin.Runs;
using LeadCapture.BrowserTests.Support;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadCapture.BrowserTests;

/// What makes the admin area pleasant to work in: messages that go, times of one's own zone, a look of one's own.
public class ComfortJourney(Chromium chromium) : Journey(chromium)
{
    [Fact]
    public async Task A_message_about_a_failure_is_red_and_can_be_closed_with_keys()
    {
        Expected.Add("status of 404");
        await App.Adds(Role.Owner);
        var page = await Visitor();
        var sheet = page.Sheet();
        await page.SignsIn("owner@example.com");
        await sheet.Shows("Dashboard");
        await page.Opens("/admin/settings/alerts");
        await sheet.Field("Address").FillAsync("https://169.254.169.254/hook");
        await sheet.Press("Save webhook");
        await sheet.Says("Webhook saved.");
        await sheet.Press("Send test alert");

        await Expect(sheet.GetByRole(AriaRole.Alert)).ToContainTextAsync("Check the settings below");
        await page.Looks("failed");
        await page.Presses(AriaRole.Button, "Close message");
        await Expect(sheet.Locator(".news")).ToHaveCountAsync(0);
        await Expect(sheet.Locator("main")).ToBeFocusedAsync();
        await page.Opens("/admin/leads/nothing");
        await sheet.Shows("Page not found");
        await page.Looks("missing");
    }

    [Fact]
    public async Task Times_are_those_of_the_zone_that_the_browser_is_in()
    {
        await App.Adds(Role.Owner);
        await App.Crowd(1);
        var page = await Visitor(zone: "Asia/Kolkata");
        var sheet = page.Sheet();
        await page.SignsIn("owner@example.com");
        await sheet.Shows("Dashboard");

        await page.Opens("/admin/audit");
        var time = sheet.Locator("main time").First;
        await time.HoverAsync();
        await Expect(time).ToHaveAttributeAsync("title", new System.Text.RegularExpressions.Regex(@"India Standard Time \(.* UTC\)$"));
        await time.ClickAsync();
        await Expect(time).ToBeFocusedAsync();
        await App.Query(async db =>
        {
            db.Runs.Add(new() { Order = RunOrder.Resubmit, Who = "Ann Lee <ann@example.com>", OrderedAt = new(2026, 3, 1, 20, 0, 0, DateTimeKind.Utc) });
            return await db.SaveChangesAsync();
        });
        await page.Opens("/admin/runs/1");
        await Expect(sheet.Locator("time[data-exact]")).ToHaveTextAsync("2 Mar 2026, 01:30:00 India Standard Time");
        await Expect(sheet.Locator("time[data-exact]")).ToHaveAttributeAsync("title", "1 Mar 2026, 20:00:00 UTC");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_look_is_chosen_in_the_side_bar_and_stays(bool script)
    {
        await App.Adds(Role.Owner);
        var page = await Visitor(script);
        var sheet = page.Sheet();
        await page.SignsIn("owner@example.com");
        await sheet.Shows("Dashboard");
        await page.Opens("/admin/audit?act=");
        var ground = await Ground(page);
        var menu = sheet.Locator(".unfolded .appearance");
        await menu.Locator("summary").ClickAsync();
        if (script)
            await page.Looks("appearance");

        var kept = page.WaitForResponseAsync("**/admin/appearance");
        await menu.GetByLabel("Dark").CheckAsync();
        if (!script)
            await menu.GetByRole(AriaRole.Button, new() { Name = "Save appearance" }).ClickAsync();
        await kept;

        Assert.EndsWith("/admin/audit?act=", page.Url, StringComparison.Ordinal);
        Assert.NotEqual(ground, await Ground(page));
        await page.Opens("/admin/audit");
        Assert.NotEqual(ground, await Ground(page));
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        if (!await menu.GetByLabel("Light").IsVisibleAsync())
            await menu.Locator("summary").ClickAsync();
        kept = page.WaitForResponseAsync("**/admin/appearance");
        await menu.GetByLabel("Light").CheckAsync();
        if (!script)
            await menu.GetByRole(AriaRole.Button, new() { Name = "Save appearance" }).ClickAsync();
        await kept;
        Assert.Equal(ground, await Ground(page));
        if (!script)
            return;
        kept = page.WaitForResponseAsync("**/admin/appearance");
        await menu.GetByLabel("Compact").CheckAsync();
        await kept;
        await page.Opens("/admin/audit");
        await page.Looks("compact");
    }

    private static Task<string> Ground(IPage page) => page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
}
