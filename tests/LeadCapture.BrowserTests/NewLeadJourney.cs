using LeadCapture.BrowserTests.Support;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadCapture.BrowserTests;

/// The contacts of another tool are brought in as leads.
public class NewLeadJourney(Chromium chromium) : Journey(chromium)
{
    [Fact]
    public async Task The_connections_of_LinkedIn_are_matched_reviewed_imported_and_delivered()
    {
        await App.Adds(Role.Operator);
        var page = await Visitor();
        var sheet = page.Sheet();
        await page.SignsIn("operator@example.com");
        await page.Opens("/admin/leads");
        await sheet.GetByText("Import and export").ClickAsync();
        await sheet.GetByRole(AriaRole.Link, new() { Name = "Import new leads" }).ClickAsync();
        await sheet.Shows("Import new leads");
        await page.Looks("new-choose");
        await sheet.Press("Match columns");
        await Expect(sheet.Locator("#error-summary")).ToContainTextAsync("Choose a CSV file");
        await page.Looks("new-refused");

        await sheet.Field("Form").SelectOptionAsync("landing-page");
        await sheet.Field("CSV file").SetInputFilesAsync(new FilePayload
        {
            Name = "Connections.csv",
            MimeType = "text/csv",
            Buffer = ToolFiles.Of("LinkedIn"),
        });
        await sheet.Press("Match columns");
        await sheet.Shows("Match columns");
        await Expect(sheet.Field("Email Address")).ToHaveValueAsync("email");
        await page.Looks("new-columns");
        await sheet.Field("Connected On").SelectOptionAsync("Custom field “Connected On”");
        await sheet.Press("Review leads");
        await sheet.Shows("Review leads");
        await Expect(sheet.Locator("[data-count=ready]")).ToHaveTextAsync("1");
        await page.Looks("new-review");

        await sheet.Press("Import 1 lead");
        await Expect(page.GetByText("Import started.")).ToBeVisibleAsync();
        await Expect(page.Locator("#progress[data-moving=false]")).ToBeVisibleAsync();
        await page.Looks("new-run");
        await sheet.GetByRole(AriaRole.Link, new() { Name = "3 lines were not imported" }).ClickAsync();
        await sheet.Shows("Lines not imported");
        await page.Looks("new-not-imported");
        await App.IsDelivered("ann@example.com");
    }
}
