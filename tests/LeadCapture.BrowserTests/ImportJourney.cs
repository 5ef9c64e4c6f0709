using System.Text;
using LeadCapture.BrowserTests.Support;
using LeadCapture.Deliveries;
using LeadCapture.Sandbox;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadCapture.BrowserTests;

/// Many refused leads are mended in a spreadsheet and brought back.
public class ImportJourney(Chromium chromium) : Journey(chromium)
{
    private static readonly string Endless = new('W', 200);

    [Fact]
    public async Task Refused_leads_are_downloaded_mended_imported_and_delivered()
    {
        await App.Adds(Role.Operator);
        App.ReplyIo.State.Play(new(Scene.Refuse, Calls: 3, Field: "firstName"));
        foreach (var name in (string[])["ann", "bob", "carl"])
        {
            await App.Submits(name + "@example.com");
            await App.Reaches(name + "@example.com", DeliveryState.NeedsAttention);
        }
        var page = await Visitor();
        var sheet = page.Sheet();
        await page.SignsIn("operator@example.com");
        await page.Opens("/admin/leads?state=NeedsAttention");
        await sheet.GetByRole(AriaRole.Link, new() { Name = "Received (sort by time, oldest first)" }).ClickAsync();
        await Expect(sheet.Locator("th[aria-sort=ascending]")).ToContainTextAsync("Received");
        await page.Looks("import-list");

        await sheet.GetByText("Import and export").ClickAsync();
        var text = (await Downloads("Download as CSV")).Replace(",Ann,", ",Anna,", StringComparison.Ordinal)
            .Replace("carl@example.com", "carl@" + Endless, StringComparison.Ordinal);
        await sheet.GetByRole(AriaRole.Link, new() { Name = "Import corrections" }).ClickAsync();
        await sheet.Shows("Import corrections");
        await page.Looks("import-choose");
        await sheet.Press("Preview changes");
        await Expect(sheet.Locator("#error-summary")).ToContainTextAsync("Choose the edited CSV file");
        await page.Looks("import-refused");
        await Chooses(text);
        await sheet.Shows("Review import");
        await page.Looks("import-preview");
        await sheet.Press("Correct 2 leads");
        await Expect(sheet.Locator("#why-error")).ToBeVisibleAsync();
        await sheet.Field("Reason for the correction").FillAsync("the first name was missing a letter");
        await sheet.Press("Correct 2 leads");
        await Expect(page.GetByText("Import started.")).ToBeVisibleAsync();
        await sheet.Shows("Import and resubmit: 2 leads");
        await Expect(page.Locator("#progress[data-moving=false]")).ToBeVisibleAsync();
        await page.Looks("import-run");
        await sheet.GetByRole(AriaRole.Link, new() { Name = "1 line was not imported" }).ClickAsync();
        await sheet.Shows("Lines not imported");
        await page.Looks("import-not-taken");

        var left = (await Downloads("Download lines")).Replace("carl@" + Endless, "carl@example.com", StringComparison.Ordinal);
        await sheet.GetByRole(AriaRole.Link, new() { Name = "Import file" }).ClickAsync();
        await Chooses(left);
        await sheet.Field("Reason for the correction").FillAsync("and the address");
        await sheet.Press("Correct 1 lead");
        await sheet.Shows("Import and resubmit: 1 lead");
        foreach (var name in (string[])["ann", "bob", "carl"])
        {
            await App.IsDelivered(name + "@example.com");
            Assert.Equal(1, App.ReplyIo.State.CreatesOf(name + "@example.com"));
        }

        async Task<string> Downloads(string link)
        {
            var download = await page.RunAndWaitForDownloadAsync(() => sheet.GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync());
            return await File.ReadAllTextAsync((await download.PathAsync())!);
        }

        async Task Chooses(string file)
        {
            await sheet.Field("CSV file").SetInputFilesAsync(new FilePayload
            {
                Name = "leads.csv",
                MimeType = "text/csv",
                Buffer = Encoding.UTF8.GetBytes(file),
            });
            await sheet.Press("Preview changes");
        }
    }
}
