using System.Globalization;
using LeadCapture.Admin.Audit;
using LeadCapture.Admin.Failures;
using LeadCapture.Admin.Leads.Import;
using LeadCapture.Admin.Runs;
using LeadCapture.Leads;
using LeadCapture.Localization;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static LeadCapture.Tests.Support.FixSteps;
using static LeadCapture.Tests.Support.LeadSteps;
using static LeadCapture.Tests.Support.RefusalSteps;

namespace LeadCapture.Tests.Admin;

/// Pages speak the language of who reads them. What is stored is read by others, too, and stays English.
public class StoredTextTests
{
    private const string First = "lead1@example.com", Foreign = "?ui-culture=" + Texts.TestLanguage;

    [Fact]
    public async Task What_somebody_orders_in_another_language_is_stored_in_English()
    {
        await using var app = await TestApp.Start("environment=Development");
        await app.AreRefusedForPhone(2);
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        var (fix, notes) = (await app.FixPageOf(First), FixSteps.NotesOf(await app.GroupOf(First)));

        var preview = await browser.Posts(fix + Foreign, GermanCode);
        await browser.Posts(notes + Foreign, ("text", "call them"));
        var run = (await browser.Posts(fix + "/apply" + Foreign, [.. GermanCode, ("sends", "false")])).To!;
        await app.Reaches(run, RunState.Done);

        Assert.Contains("⟦Add the country code +49 to “", preview.Html.Body!.TextContent, StringComparison.Ordinal);
        Assert.All(await app.Query(db => db.Corrections.Select(correction => correction.Why).ToListAsync()),
            why => Assert.Equal("Add the country code +49 to “Phone number” where it has none: they forgot it", why));
        Assert.Equal(NoCode, await app.Query(db => db.FailureNotes.Select(note => note.Fault).SingleAsync()));
        Assert.StartsWith("Fix: 2 leads, fix “AddCountryCode”",
            await app.Query(db => db.AuditEntries.Where(entry => entry.Act == AuditAction.OrderedRun).Select(entry => entry.Text).SingleAsync()),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_of_another_language_keeps_the_lines_of_a_file_in_English()
    {
        CultureInfo.CurrentUICulture = new(Texts.TestLanguage);
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.Submits(Ann);
        await app.Submits("bob@example.com");
        var sheet = Sheet.Of(await browser.Gets("/admin/leads.csv")).With(Ann, "City", "Rome")
            .With("bob@example.com", "City", "Rome").With("bob@example.com", "Version", "");

        Assert.Equal(("1", "0", "1"), (await browser.Imports(sheet)).Came());

        Assert.Contains(": Version: Keep the number from the downloaded file",
            await app.Query(db => db.LeadImports.Select(import => import.Text).SingleAsync()), StringComparison.Ordinal);
        Assert.DoesNotContain("⟦", await app.Query(db => db.LeadImports.Select(import => import.Text).SingleAsync()),
            StringComparison.Ordinal);
    }
}
