using System.Runtime.CompilerServices;
using LeadCapture.BrowserTests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadCapture.BrowserTests;

/// The pictures of the README. They are written with LEADCAPTURE_SCREENSHOTS=1, and always checked to be there to be taken.
public class PictureJourney(Chromium chromium) : Journey(chromium)
{
    /// What differs from run to run.
    private const string SameEveryTime =
        """
        () => {
          document.querySelector(".reference strong").textContent = "K7QM-2XHD";
          const dates = /\d{1,2} \w+ \d{4}, \d\d:\d\d/g;
          for (const element of document.querySelectorAll("dd, .small-print, .sequence-facts b")) {
            element.textContent = element.textContent.replace(dates, "23 November 2026, 09:30");
          }
        }
        """;

    [Fact]
    public async Task The_form_and_its_confirmation_as_in_the_readme()
    {
        var page = await Visitor(height: 1100);
        var form = await page.Opens("/f/contact");
        await form.Field("First name").FillAsync("Ann");
        await form.Field("Last name").FillAsync("Lee");
        await form.Field("Email address").FillAsync("ann.lee@example.com");
        await form.Field("Phone number").FillAsync("+1 415 555 0123");
        await form.Field("Job title").FillAsync("Head of Sales");
        await form.Field("Company").FillAsync("Example Ltd");
        await form.Unfolds();
        await form.Field("Company size").SelectOptionAsync("51-200");
        await form.Field("City").FillAsync("San Francisco");
        await form.Adds(0, "leadSource", "Website");
        await Expect(form.FreeRow(0).GetByLabel("Value")).ToHaveValueAsync("Website");
        await form.EvaluateAsync("() => document.activeElement.blur()");
        await Takes(page, "form.png");

        await form.Sends();
        await form.IsConfirmed();
        await Expect(form.Locator("#contact-name")).ToHaveTextAsync("Ann Lee");
        await page.EvaluateAsync(SameEveryTime);
        await Takes(page, "confirmation.png", full: true);
    }

    /// Without what a resting mouse points at.
    private static async Task Takes(IPage page, string name, bool full = false)
    {
        await page.Mouse.MoveAsync(0, 0);
        await page.EvaluateAsync("() => scrollTo(0, 0)");
        if (Environment.GetEnvironmentVariable("LEADCAPTURE_SCREENSHOTS") == "1")
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures(), name), FullPage = full });
    }

    private static string Pictures([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../docs/images"));
}
