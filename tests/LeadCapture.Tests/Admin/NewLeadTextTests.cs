using System.Globalization;
using LeadCapture.Admin.Leads.Import;
using LeadCapture.Admin.Runs;
using LeadCapture.Localization;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using LeadCapture.Tests.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Localization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LeadCapture.Tests.Admin;

/// The pages that bring a file in come from resources. What a run keeps of the file is read by others, too, and stays English.
public class NewLeadTextTests
{
    private const string Query = "?" + Untranslated.Reader;

    private const string File = "Name,Mail,Phone,,Colour\nAnn Lee,ann@example.com,,,red\nBob Ray,bob@example,4.91701E+11,x,red\n";

    /// The product, the user, the forms as they are chosen from, and what the file says.
    private static readonly string[] Known =
    [
        "LeadCapture", "Reply.io", "Operator One", "Contact us (contact)", "Nice to meet you (event-booth)", "Get in touch (landing-page)",
        "Name", "Mail", "Phone", "Colour", "Ann", "Lee", "red", "Ann Lee · Bob Ray", "ann@example.com",
        "ann@example.com · bob@example", "4.91701E+11", "x", "Ctrl K",
    ];

    [Fact]
    public async Task A_page_of_the_import_says_nothing_that_cannot_be_translated()
    {
        await using var app = await TestApp.Start(new TestAppPlan { Configure = SpeaksToTesters });
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await IsTranslated(app, await browser.Gets(NewLeadSteps.Here + Query));
        var columns = await browser.Matches(File);
        var path = columns.Html.QuerySelector("form[action$='/columns']")!.GetAttribute("action")!;
        await IsTranslated(app, await browser.Gets(path + Query));
        await IsTranslated(app, await browser.Posts(path + Query));

        var review = await browser.Reviews(columns, ("Colour", "customFields"), ("Column 4", "city"));
        var here = path[..path.LastIndexOf('/')];
        await IsTranslated(app, await browser.Gets(here + Query));
        var run = await browser.BeginsNew(review);
        Assert.Contains("Import started.", (await browser.Gets(run)).Html.Body!.TextContent, StringComparison.Ordinal);
        await app.Reaches(run, RunState.Done);

        var left = await browser.Gets(here + Query);
        Assert.Equal("⟦Lines not imported⟧", left.Html.QuerySelector("h1")!.TextContent);
        await IsTranslated(app, left, [.. left.Html.QuerySelectorAll(".complaints li").Select(kept => kept.TextContent)]);
    }

    [Fact]
    public async Task A_server_of_another_language_keeps_the_lines_of_a_file_in_English()
    {
        CultureInfo.CurrentUICulture = new(Texts.TestLanguage);
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);

        await app.Reaches(await browser.BeginsNew(await browser.Reviews(await browser.Matches(File))), RunState.Done);

        var kept = await app.Query(db => db.LeadImports.Select(import => import.Text).SingleAsync());
        Assert.Contains("Mail: Enter an email address like name@example.com", kept, StringComparison.Ordinal);
        Assert.Contains("Line 3: Phone: A spreadsheet has shortened this number.", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("⟦", kept, StringComparison.Ordinal);
    }

    /// Whoever asks for the made-up language in the address gets it.
    private static void SpeaksToTesters(WebApplicationBuilder builder) =>
        builder.Services.PostConfigure<RequestLocalizationOptions>(languages =>
        {
            languages.RequestCultureProviders.Add(new QueryStringRequestCultureProvider());
            languages.AddSupportedUICultures(Texts.Language, Texts.TestLanguage);
        });

    private static async Task IsTranslated(TestApp app, Page page, params string[] kept)
    {
        var words = Untranslated.WordsOf(page, [.. Known, .. kept, .. await app.WordsOfForms()]);
        Assert.True(words.Count == 0, string.Join(" | ", words));
    }
}
