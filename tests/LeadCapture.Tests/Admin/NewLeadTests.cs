using System.Text;
using LeadCapture.Admin.Audit;
using LeadCapture.Admin.Leads.Import;
using LeadCapture.Admin.Leads.NewLeads;
using LeadCapture.Admin.Runs;
using LeadCapture.Admin;
using LeadCapture.Deliveries;
using LeadCapture.Forms;
using LeadCapture.Leads;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Admin;

/// The file of another tool becomes leads of a form.
public class NewLeadTests
{
    private static readonly string[] NoLimit = ["Reply:RequestsPerMinute=0", "Reply:RequestsPerHour=0"];

    [Theory]
    [InlineData("LinkedIn", "2 1 0 1",
        "First Name → firstName|Last Name → lastName|URL → linkedInUrl|Email Address → email|Company → company|Position → title",
        "Ann|Lee|Head of Sales|Sun, Moon & Co.|https://www.linkedin.com/in/ann-lee-made-up")]
    [InlineData("Google", "2 0 0 0",
        "First Name → firstName|Last Name → lastName|Organization Name → company|Organization Title → title|Notes → notes|"
        + "E-mail 1 - Value → email|E-mail 2 - Value → email|Phone 1 - Value → phone|Phone 2 - Value → phone2|"
        + "Address 1 - City → city|Address 1 - Country → country",
        "Ann|Lee|+39 06 555 0101|+39 06 555 0102|Head of Sales|Sun Ltd|Rome|Italy|met in Rome,\nlikes tea")]
    [InlineData("HubSpot", "2 0 0 0",
        "First Name → firstName|Last Name → lastName|Email → email|Phone Number → phone|Company name → company|Job Title → title|"
        + "State/Region → state|Country/Region → country|Number of Employees → companySize",
        "Ann|Lee|+1 415 555 0101|Head of Sales|Sun Ltd|FiveHundred|California|United States")]
    [InlineData("Badges", "2 0 0 0",
        "Name → fullName|Firma → company|Funktion → title|E-Mail → email|Telefon → phone|Land → country|Bemerkung → notes",
        "Ann|Müller|+49 30 5550101|Geschäftsführerin|Sonnenschein GmbH|Österreich|möchte ein Angebot")]
    public async Task The_file_of_a_tool_is_matched_reviewed_and_delivered(string tool, string counts, string matched, string said)
    {
        await using var app = await TestApp.Start(NoLimit);
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);

        var columns = await browser.Matches(ToolFiles.Of(tool));
        Assert.Equal(matched.Split('|'), columns.Matched());
        var review = await browser.Reviews(columns);
        Assert.Equal(counts, string.Join(' ', review.Count("ready"), review.Count("bad"), review.Count("known"), review.Count("empty")));
        Assert.Equal(0, await app.Query(db => db.Leads.CountAsync()));
        var run = await app.Reaches(await browser.BeginsNew(review), RunState.Done);

        Assert.Equal((2, 2, 0), (run.Members, run.Succeeded, run.Failed));
        Assert.Equal(2, await app.CountOf(DeliveryState.Delivered));
        var lead = (await app.DeliveryOf("ann@example.com")).Lead!;
        Assert.Equal("Import", lead.Channel);
        Assert.Equal(said.Split('|'),
            SubmittedAnswers.Parse(lead.AnswersJson).Properties.Where(one => one.Key != "email").Select(one => one.Value));
        Assert.Equal(0, await app.Query(db => db.NewLeadLines.CountAsync()));
        var noted = await app.Query(db => db.AuditEntries.SingleAsync(entry => entry.Act == AuditAction.Imported));
        Assert.Equal($"form contact: 2 to import, 0 already imported, {counts[2]} with problems", noted.Text);
        Assert.Contains("Imported file", (await browser.Gets("/admin/leads?channel=Import")).Main.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_line_is_imported_once_however_often_and_in_whichever_shape_the_file_is_sent()
    {
        await using var app = await TestApp.Start(NoLimit);
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.Reaches(await browser.BeginsNew(await browser.Reviews(await browser.Matches(ToolFiles.Of("HubSpot")))), RunState.Done);

        var again = await browser.Reviews(await browser.Matches(ToolFiles.Of("HubSpot")));
        Assert.Equal(("0", "0", "2", "0"), again.NewCounts());
        Assert.Null(again.Html.QuerySelector("form[action$='/start']"));
        // Saved again with other signs, its columns matched otherwise, one line added and one there twice.
        var more = string.Concat(ToolFiles.HubSpot.Replace('\t', ';'), "103;Cleo;Fox;cleo@example.com\n", "103;Cleo;Fox;cleo@example.com;;\n");
        var review = await browser.Reviews(await browser.Matches(more), ("Number of Employees", "customFields"), ("Job Title", ""));
        Assert.Equal(("1", "0", "3", "0"), review.NewCounts());
        var path = await browser.BeginsNew(review);
        var run = await app.Reaches(path, RunState.Done);

        Assert.Equal((1, 1), (run.Members, run.Succeeded));
        Assert.Equal("3", (await browser.Gets(path)).Html.QuerySelector("[data-count=unchanged]")!.TextContent.Split(' ')[0]);
        Assert.Equal(3, await app.Query(db => db.Leads.CountAsync()));
        Assert.True(app.ReplyIo.State.HasEachOnce(["ann@example.com", "bob@example.com", "cleo@example.com"]));
        // In another form they are other leads.
        Assert.Equal("3", (await browser.Reviews(await browser.Matches(more, "event-booth"))).Count("ready"));
    }

    [Fact]
    public async Task What_somebody_made_of_the_columns_is_remembered_for_the_form_and_the_head_line()
    {
        await using var app = await TestApp.Start(NoLimit);
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        using var other = await AdminBrowser.SignedIn(app, Role.Admin);
        await browser.Reviews(await browser.Matches(ToolFiles.LinkedIn), ("Connected On", "customFields"), ("Position", "notes"));

        var next = "first name;LAST NAME;Url;Email address;Company;Position;Connected on\nCleo;Fox;;cleo@example.com;;Buyer;1 May 2026\n";
        var columns = await other.Matches(next);
        Assert.Equal(["first name → firstName", "LAST NAME → lastName", "Email address → email", "Position → notes", "Connected on → customFields",
            "Url → linkedInUrl", "Company → company"], columns.Matched());
        Assert.DoesNotContain("Connected", string.Concat((await other.Matches(next, "event-booth")).Matched()), StringComparison.Ordinal);
        await app.Reaches(await other.BeginsNew(await other.Reviews(await other.Matches(next))), RunState.Done);

        var answers = SubmittedAnswers.Parse((await app.DeliveryOf("cleo@example.com")).Lead!.AnswersJson);
        Assert.Equal(("Buyer", new CustomAnswer("Connected on", "1 May 2026")), (answers.Properties["notes"], answers.CustomFields.Single()));
        await other.Reviews(await other.Matches(next), ("Position", ""));
        Assert.DoesNotContain("Position", string.Concat((await browser.Matches(next)).Matched()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_that_break_the_forms_rules_are_shown_with_its_words_and_come_back_as_a_file()
    {
        await using var app = await TestApp.Start(NoLimit);
        await app.RequiresConsent();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        var text = "Name,Mail,Phone,OK?\n"
            + "Ann Lee,ann@example.com,,yes\n"
            + "Bob Ray,bob@example,,yes\n"
            + "Fay Oak,,,yes\n"
            + "Cleo Fox,cleo@example.com,,no\n"
            + "Dan Elk,dan@example.com,4.91701E+11,yes\n"
            + "Eve,eve@example.com,,yes,too,many\n";

        var columns = await browser.Matches(text, "landing-page");
        Assert.Contains("Send me news", columns.Html.QuerySelector("#missing")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("0", "6"), (await browser.Reviews(columns)) is var none ? (none.Count("ready"), none.Count("bad")) : default);
        var review = await browser.Reviews(await browser.Matches(text, "landing-page"), ("OK?", "customFields.consent"));

        Assert.Equal(
        [
            ("3", "Mail", "Enter an email address like name@example.com"),
            ("4", "Mail", "Fill in “Work email”"),
            ("5", "OK?", "Tick the box so that we may contact you"),
            ("6", "Phone", "A spreadsheet has shortened this number. Format the column as text, and enter it again."),
            ("7", "", "This line has 6 cells, but the first line has 4"),
        ], review.Problems());
        var path = await browser.BeginsNew(review);
        Assert.Equal(1, (await app.Reaches(path, RunState.Done)).Succeeded);
        var run = await browser.Gets(path);
        Assert.Contains("5 lines were not imported", run.Html.QuerySelector("[data-count=bad]")!.TextContent, StringComparison.Ordinal);
        var left = await browser.NotTaken(run);
        Assert.Equal(["Problem", "Name", "Mail", "Phone", "OK?"], left.Rows[0]);
        Assert.Equal("Line 3: Mail: Enter an email address like name@example.com", left.Rows[1][0]);
        left.Rows[1][2] = "bob@example.org";
        left.Rows.RemoveAt(5);

        var again = await browser.Reviews(await browser.Matches(left.Text(), "landing-page"));
        Assert.Equal(("1", "3", "0", "0"), again.NewCounts());
        await app.Reaches(await browser.BeginsNew(again), RunState.Done);
        await app.IsDelivered("bob@example.org");
        Assert.Equal(2, await app.Query(db => db.Leads.CountAsync()));
    }

    [Fact]
    public async Task A_file_that_cannot_be_used_is_told_about_beside_it()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        foreach (var (text, part) in (IEnumerable<(string, string)>)
        [
            ("", "empty"), ("PK\u0003\u0004\0\0\0", "not a CSV file"), ("%PDF-1.7\n", "not a CSV file"), ("<!DOCTYPE html>", "not a CSV file"),
            ("\n\n\n", "names the columns"), ("ann@example.com\nbob@example.com\n", "names the columns"),
            (new string('x', 1 << 20), "names the columns"), (new string(',', 1 << 20), "names the columns"), ("\"", "names the columns"),
            ("First name,Email", "no leads"), ("First name,Email\nFirst name,Email\n", "no leads"),
            (string.Join(',', Enumerable.Range(1, LeadTableReader.MostColumns + 1).Select(number => "c" + number)) + "\n1\n", "500 columns"),
            ("Email\n" + string.Concat(Enumerable.Repeat("a@example.com\n", LeadTableReader.MostLines + 1)), "more than 20,000"),
            (new string('x', ImportController.LargestFile + 1), "10 MB"),
        ])
        {
            var answer = await browser.UploadsNew(Encoding.UTF8.GetBytes(text));
            Assert.Equal((part, 422), (part, answer.Status));
            Assert.Contains(part, answer.ErrorOf("file"), StringComparison.Ordinal);
        }
        Assert.NotNull((await browser.Posts(NewLeadSteps.Here, ("form", "contact"))).ErrorOf("file"));
        Assert.NotNull((await browser.UploadsNew(ToolFiles.Of("Google"), "nothing")).ErrorOf("form"));
        var twice = ToolFiles.HubSpot + ToolFiles.HubSpot;
        Assert.Equal(("2", "0", "2", "0"), (await browser.Reviews(await browser.Matches(twice))).NewCounts());
        Assert.Equal(0, await app.Query(db => db.Leads.CountAsync()));
    }

    [Fact]
    public async Task A_column_for_the_address_is_needed_and_what_is_not_offered_is_not_imported()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        var columns = await browser.Matches("Who,Email\nAnn,ann@example.com\n");

        var refused = await browser.Chooses(columns, ("Email", "notes"));
        Assert.Equal((422, "Email → notes"), (refused.Status, refused.Matched().Single()));
        Assert.Contains("email address or the LinkedIn profile", refused.Summary.Single().Message, StringComparison.Ordinal);
        var review = await browser.Reviews(columns, ("Who", "accountId; DROP"));
        Assert.Equal(["Line", "Email address"], review.Html.QuerySelectorAll("table.new-leads th").Select(cell => cell.TextContent));
    }

    [Fact]
    public async Task A_column_of_problems_may_be_another_tool_s()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);

        var columns = await browser.Matches("Email,Problem\nann@example.com,slow sales\n");

        Assert.Equal("Problem", columns.Html.QuerySelector("label[for='column-1']")?.TextContent);
    }

    [Fact]
    public async Task What_is_wrong_is_said_in_the_order_of_the_page()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);

        var refused = await browser.Posts("/admin/leads/import-new", ("form", ""));

        Assert.Equal(["form", "file"], refused.Summary.Select(line => line.Id));
    }

    [Fact]
    public async Task The_letters_of_old_spreadsheets_are_read()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        foreach (var (page, text) in (IEnumerable<(string, string)>)
        [
            ("windows-1252", "Zoë Müller-Größe"), ("macintosh", "François Müller"), ("ibm850", "Jörg Müller"), ("windows-1250", "Łukasz Wójcik"),
            ("windows-1251", "Иван Петров"), ("utf-8", "Łukasz Иван Zoë 李"),
        ])
        {
            var encoding = page == "utf-8" ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(page)!;
            var columns = await browser.Matches(encoding.GetBytes($"Full name;Email\n{text};ann@example.com\n"));
            Assert.Equal((page, text), (page, columns.Html.QuerySelector("#column-0-hint")!.TextContent));
        }
    }

    [Fact]
    public async Task A_file_is_of_its_user_for_an_hour_and_nothing_of_it_stands_in_an_address()
    {
        await using var app = await TestApp.StartAtRest();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        using var other = await AdminBrowser.SignedIn(app, Role.Owner);
        using var viewer = await AdminBrowser.SignedIn(app, Role.Viewer);
        var sent = await browser.UploadsNew(ToolFiles.Of("Google"));
        var here = sent.To![..^"/columns".Length];
        Assert.Matches("^/admin/leads/import-new/[0-9a-f-]{36}$", here);
        await browser.Reviews(await browser.Gets(sent.To!));

        foreach (var path in (string[])[here, here + "/columns"])
            Assert.Equal((410, 403), ((await other.Gets(path)).Status, (await viewer.Gets(path)).Status));
        foreach (var path in (string[])[here + "/start", here + "/columns"])
            Assert.Equal((410, 403), ((await other.Posts(path)).Status, (await viewer.Posts(path)).Status));
        Assert.Equal(404, (await other.Gets(here + "/not-imported.csv")).Status);
        // Files of the two kinds do not know each other.
        Assert.Equal(410, (await browser.Gets(here.Replace("import-new", "import", StringComparison.Ordinal))).Status);
        app.Clock!.Advance(LeadImport.KeptForPreview);
        Assert.Equal(410, (await browser.Posts(here + "/start")).Status);
        app.Clock.Advance(ImportSweep.Pause);
        await TestApp.Eventually(async () => !await app.Query(db => db.LeadImports.AnyAsync()), "put away");
    }
}
