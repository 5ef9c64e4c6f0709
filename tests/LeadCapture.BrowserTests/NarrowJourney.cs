using LeadCapture.BrowserTests.Support;
using Microsoft.Playwright;

namespace LeadCapture.BrowserTests;

public class NarrowJourney(Chromium chromium) : Journey(chromium)
{
    private static readonly string Endless = new('W', 200);

    [Theory]
    [InlineData("contact", "")]
    [InlineData("contact", "/booth")]
    [InlineData("landing-page", "/booth")]
    [InlineData("landing-page", "/embed")]
    public async Task Endless_words_fit_on_the_narrowest_phone(string slug, string shape)
    {
        var page = await Visitor(width: 320, height: 640);
        await page.Opens("/");
        await page.DoesNotScrollSideways();
        var form = await page.Opens($"/f/{slug}{shape}");
        await page.DoesNotScrollSideways();
        await form.Starts();
        if (slug == "contact")
            await form.Unfolds();

        if (slug == "contact")
        {
            await form.Adds(0, Endless[..90], Endless);
            await form.Adds(1, Endless[..90], Endless);
        }
        await FillsEverything(form, Endless);
        await form.Sends();
        await form.IsRefused();
        await page.DoesNotScrollSideways();

        await FillsEverything(form, Endless[..50]);
        await form.Locator("textarea").FillAsync(Endless);
        if (slug == "contact")
        {
            await form.FreeRow(1).Locator("button").ClickAsync();
            await form.FreeRow(0).GetByLabel("Name").FillAsync(Endless[..90]);
            await form.FreeRow(0).GetByLabel("Value").FillAsync(Endless);
            await form.Field("Account ID").FillAsync("1");
            await form.Field("Time zone").FillAsync("");
            await form.Field("Job title").FillAsync(Endless);
            await form.Field("Company").FillAsync(Endless);
        }
        foreach (var address in await form.Locator("input[type=url]").AllAsync())
            await address.FillAsync("https://linkedin.com/in/" + Endless);
        await form.Locator("input[type=email]").FillAsync($"{Endless[..64]}@{Endless[..60]}.{Endless[..60]}.example");
        foreach (var consent in await form.GetByRole(AriaRole.Checkbox).AllAsync())
            await consent.CheckAsync();
        await form.Sends();
        await form.IsConfirmed();
        await page.DoesNotScrollSideways();
    }

    private static async Task FillsEverything(ILocator form, string text)
    {
        foreach (var input in await form.Locator("input.form-control, textarea").AllAsync())
            await input.FillAsync(text);
    }
}
