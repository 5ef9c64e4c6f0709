using LeadCapture.BrowserTests.Support;
using LeadCapture.Leads;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadCapture.BrowserTests;

public class ErrorJourney(Chromium chromium) : Journey(chromium)
{
    [Theory]
    [InlineData("/f/landing-page")]
    [InlineData("/f/landing-page/booth")]
    public async Task What_is_wrong_is_said_first_and_leads_to_its_field(string path)
    {
        var page = await Visitor();
        var form = await page.Opens(path);
        var summary = form.Locator("#error-summary");
        await form.Types("First name", "Ann");
        await form.Types("Last name", new string('e', 101));
        await form.Types("Work email", "ann at example");
        await form.Types("How can we help?", "<b>Two</b>\nlines");
        await form.Sends();

        await form.IsRefused();
        await Expect(page).ToHaveTitleAsync("Error: Get in touch");
        await Expect(summary).ToBeFocusedAsync();
        await Expect(form.Field("First name")).ToHaveValueAsync("Ann");
        await Expect(form.Field("Work email")).ToHaveValueAsync("ann at example");
        await Expect(form.Field("How can we help?")).ToHaveValueAsync("<b>Two</b>\nlines");
        await Expect(form.Field("Work email"))
            .ToHaveAccessibleDescriptionAsync("Error: Enter an email address like name@example.com");

        await summary.GetByRole(AriaRole.Link, new() { Name = "Enter an email address" }).ClickAsync();
        await Expect(form.Field("Work email")).ToBeFocusedAsync();
        await Expect(form.Locator("label", new() { HasText = "Work email" })).ToBeInViewportAsync();
        await summary.GetByRole(AriaRole.Link, new() { Name = "Last name must be" }).ClickAsync();
        await Expect(form.Field("Last name")).ToBeFocusedAsync();

        await form.Field("Last name").FillAsync("Lee");
        await form.Field("Work email").FillAsync("ann@example.com");
        await form.Sends();
        await form.IsConfirmed();
        Assert.Equal(1, await App.Query(db => db.Leads.CountAsync()));
    }

    [Fact]
    public async Task Without_script_the_errors_link_to_their_fields_too()
    {
        var page = await Visitor(script: false);
        var form = await page.Opens("/f/contact");
        await form.Adds(0, "", "a value without a name");
        await form.Sends();

        await form.IsRefused();
        await Expect(page).ToHaveTitleAsync("Error: Contact us");
        await Expect(form.FreeRow(0).GetByLabel("Value")).ToHaveValueAsync("a value without a name");
        await form.GetByRole(AriaRole.Link, new() { Name = "Enter the name of this custom field" }).ClickAsync();
        await Expect(form.FreeRow(0).GetByLabel("Name")).ToBeInViewportAsync();

        await form.FreeRow(0).Locator("button").ClickAsync();
        await Expect(form.FreeRow(0)).ToHaveCountAsync(0);
        await form.Unfolds();
        await form.Types("LinkedIn profile", "linkedin.com/in/ann");
        await form.Sends();
        await form.IsConfirmed();
    }
}
