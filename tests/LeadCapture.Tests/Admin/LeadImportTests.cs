using System.Text;
using LeadCapture.Admin.Audit;
using LeadCapture.Admin.Leads.Import;
using LeadCapture.Admin;
using LeadCapture.Deliveries;
using LeadCapture.Leads;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static LeadCapture.Tests.Support.LeadSteps;

namespace LeadCapture.Tests.Admin;

public class LeadImportTests
{
    private static readonly string[] Nasty =
    [
        "=1+1", "'=1+1", "''-x", "+49 30 123", "-5", "@home", "＝SUM(1)", "' @x", "it's", "a;b,c", "say \"no\"", "\"", "Zoë 🦄 Ünïcode",
        new('W', 200), "a: b; c: d", "{\"a\": 1}", "Custom: x", "0123", "1e5",
    ];

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    public async Task What_was_downloaded_comes_back_as_it_was_whatever_people_typed(char sign)
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        for (var number = 0; number < Nasty.Length; number++)
            await app.IsThanked("/f/contact", ("email", $"lead{number}@example.com"), ("company", Nasty[number]),
                ("notes", $"first\n\n{Nasty[number]}\nlast"), ("customFields[0].key", number % 2 == 0 ? "Budget" : "budget"),
                ("customFields[0].value", Nasty[number]), ("customFields[1].key", Nasty[number][..Math.Min(90, Nasty[number].Length)]),
                ("customFields[1].value", Nasty[number]));
        var before = await Stored(app);

        var sheet = Sheet.Of(await browser.Gets("/admin/leads.csv"));
        var preview = await browser.Checks(sheet.Text(sign));

        Assert.Equal(("0", Nasty.Length.ToString(InvariantCulture), "0"), preview.Counts());
        foreach (var email in sheet.Column("Email address").ToList())
            sheet.With(email, "City", "'=Rome");
        var done = await browser.Applies(await browser.Checks(sheet.Text(sign)));
        Assert.Equal((Nasty.Length.ToString(InvariantCulture), "0", "0"), done.Came());
        Assert.Equal(before, (await Stored(app)).Select(answers => answers.Replace("\"city\":\"=Rome\",", "", StringComparison.Ordinal)));
        Assert.All(await Stored(app), answers => Assert.Contains("\"city\":\"=Rome\"", answers, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Corrected_leads_are_versions_and_those_that_needed_attention_are_delivered()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.IsThanked("/f/contact", ("email", "bob@example.com"), ("company", "Moon Ltd"),
            ("customFields[0].key", "leadSorce"), ("customFields[0].value", "Web"));
        await app.IsDelivered("bob@example.com");
        var path = await app.IsRefused();
        var sheet = Sheet.Of(await browser.Gets("/admin/leads.csv"));
        sheet.With(Ann, "First name", "Anna").With(Ann, "Custom: budget", "1000")
            .With("bob@example.com", "Company", "").With("bob@example.com", "Custom: leadSorce", "")
            .With("bob@example.com", "Custom: leadSource", "Web").With("bob@example.com", "My notes", "call him");

        var preview = await browser.Checks(sheet.Text());
        Assert.Equal(("2", "0", "0"), preview.Counts());
        Assert.Contains("“My notes”", preview.Notice, StringComparison.Ordinal);
        Assert.Empty(await app.Query(db => db.Corrections.ToListAsync()));
        var done = await browser.Applies(preview, resubmit: true, why: "by phone");

        Assert.Equal(("2", "0", "0"), done.Came());
        await app.IsDelivered(Ann);
        // What has arrived is corrected here and left alone there.
        Assert.Single(await app.AttemptsOf("bob@example.com"));
        Assert.Contains(app.ReplyIo.State.Contacts, contact => contact.Json.Contains("\"Anna\"", StringComparison.Ordinal));
        Assert.Equal(["file: by phone", "file: by phone"], await app.Query(db => db.Corrections.Select(one => one.Why).ToListAsync()));
        Assert.Contains("operator@example.com",
            (await browser.Gets(path)).Html.QuerySelector("[data-correction]")!.TextContent, StringComparison.Ordinal);
        var bob = (await app.DeliveryOf("bob@example.com")).Lead!.AnswersJson;
        Assert.Equal("""{"properties":{"email":"bob@example.com"},"customFields":[{"key":"leadSource","value":"Web"}]}""", bob);
        var noted = await app.Query(db => db.AuditEntries.SingleAsync(entry => entry.Act == AuditAction.Imported));
        Assert.Equal("2 to correct, 0 unchanged, 0 with errors", noted.Text);
        // The same file again has nothing to say, although its versions are those of before.
        Assert.Equal(("0", "2", "0"), (await browser.Checks(sheet.Text())).Counts());
        Assert.Equal(["1", "1"], Sheet.Of(await browser.Gets("/admin/leads.csv")).Column("Version"));
    }

    [Fact]
    public async Task Every_bad_line_is_named_by_its_number_and_the_good_ones_are_taken()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        foreach (var name in (string[])["good", "typo", "later", "gone", "held", "twice"])
            await app.IsThanked("/f/contact", ("email", name + "@example.com"), ("firstName", "Ann"));
        var sheet = Sheet.Of(await browser.Gets("/admin/leads.csv"));
        await browser.Imports(Sheet.Of(await browser.Gets("/admin/leads.csv")).With("later@example.com", "Company", "Sun Ltd"));
        await Decide(app, "gone@example.com", delivery => delivery.Discard("no use"));
        await app.Query(db => db.Deliveries.Where(delivery => delivery.Lead!.Email == "held@example.com")
            .ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.AttemptId, Guid.NewGuid())));
        var id = sheet.Cell("twice@example.com", "Lead ID");
        foreach (var email in sheet.Column("Email address").ToList())
            sheet.With(email, "Notes", "one\ntwo\n\nfour");
        sheet.With("typo@example.com", "Email address", "typo@example");
        sheet.Rows.Add([.. sheet.Rows.Single(row => row.Contains(id))]);
        var width = sheet.Rows[0].Count;
        sheet.Rows.Add([.. Enumerable.Repeat("x", width)]);
        var text = sheet.Text() + "\r\na,b\r\n" + new string(',', width - 2) + $"x\"y,{Guid.NewGuid()}\r\n"
            + new string(',', width - 1) + Guid.NewGuid() + "\r\n";

        var preview = await browser.Checks(text);

        // Newest first, four lines to a lead: twice 2, held 6, gone 10, later 14, typo 18, good 22; then one of each kind.
        Assert.Equal(
        [
            ("6", ""), ("10", ""), ("14", "Version"), ("18", "Email address"), ("26", "Lead ID"), ("30", "Lead ID"),
            ("32", ""), ("33", ""), ("34", "Lead ID"),
        ], preview.Problems().Select(problem => (problem.Line, problem.Column)));
        Assert.Contains("enter 1 here", preview.Problems()[2].Problem, StringComparison.Ordinal);
        Assert.Contains("is also in line 2", preview.Problems()[4].Problem, StringComparison.Ordinal);
        Assert.Equal(("2", "0", "9"), preview.Counts());
        var done = await browser.Applies(preview);
        Assert.Equal(("2", "0", "9"), done.Came());
        var left = await browser.NotTaken(done);
        Assert.Equal("Problem", left.Rows[0][0]);
        Assert.Equal("Line 18: Email address: Enter an email address like name@example.com", left.Cell("typo@example", "Problem"));
        left.With("typo@example", "Email address", "typo@example.org").With("later@example.com", "Version", "1");
        left.Rows.RemoveAll(row => row != left.Rows[0] && !row.Contains("typo@example.org") && !row.Contains("later@example.com"));
        Assert.Equal(("2", "0", "0"), (await browser.Imports(left)).Came());
    }

    [Fact]
    public async Task What_old_spreadsheets_write_is_read_as_well()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.Submits(Ann);
        var sheet = Sheet.Of(await browser.Gets("/admin/leads.csv")).With(Ann, "City", "Zürich €").Without("Company");
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

        foreach (var file in (byte[][])
        [
            windows.GetBytes(sheet.Text(';')), Encoding.UTF8.GetBytes(sheet.Text(';')),
            [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(sheet.Text())],
            [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(sheet.Text('\t'))],
        ])
            Assert.Equal("Zürich €", (await browser.Checks(file)).Html.QuerySelector("td.said:last-child")!.TextContent);
    }

    [Fact]
    public async Task A_file_that_cannot_be_used_is_told_about_beside_it()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        var lead = $",0,{Guid.NewGuid()}\n";
        foreach (var (text, part) in (IEnumerable<(string, string)>)
        [
            ("", "empty"), ("PK\u0003\u0004\0\0\0", "not a CSV file"), ("\n\n\n", "Lead ID"), ("a,b,c", "Lead ID"),
            (new string('x', 1 << 20), "Lead ID"),
            (new string(',', 1 << 20), "Lead ID"), ("\"", "Lead ID"), ("Lead ID,City\n1,2", "Version"), ("City,Version,Lead ID", "no lead"),
            ("City,city,Version,Lead ID\n," + lead, "“City” appears twice"),
            ("Custom: a,Custom: A,Version,Lead ID\n," + lead, "“Custom: A”"),
            ("City,Version,Lead ID\n" + string.Concat(Enumerable.Repeat(lead, LeadTableReader.MostLines + 1)), "more than 20,000"),
            (new string('x', ImportController.LargestFile + 1), "10 MB"),
        ])
        {
            var answer = await browser.Uploads(Importing.Here, Encoding.UTF8.GetBytes(text));
            Assert.Equal((part, 422), (part, answer.Status));
            Assert.Contains(part, answer.ErrorOf("file"), StringComparison.Ordinal);
        }
        Assert.Contains("Choose the edited CSV file", (await browser.Posts(Importing.Here)).ErrorOf("file"),
            StringComparison.Ordinal);
        foreach (var strange in (string[])["\"", "\"x", "\uD800", new('é', 1 << 20), string.Concat(Enumerable.Repeat("\"\",", 1000))])
            Assert.Equal("1", (await browser.Checks($"City,Version,Lead ID\n{strange}{lead}")).Count("bad"));
    }

    [Fact]
    public async Task A_reason_is_asked_for_and_a_file_is_of_its_user_for_an_hour()
    {
        await using var app = await TestApp.StartAtRest();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        using var other = await AdminBrowser.SignedIn(app, Role.Owner);
        await app.Submits(Ann);
        var sheet = Sheet.Of(await browser.Gets("/admin/leads.csv")).With(Ann, "City", "Rome");
        var preview = await browser.Checks(sheet.Text());
        var action = preview.ApplyPath();

        var asked = await browser.Posts(action, ("why", ""));
        Assert.Equal(422, asked.Status);
        Assert.NotNull(asked.ErrorOf("why"));
        Assert.Equal(422, (await browser.Posts(action, ("why", new string('x', 495)))).Status);
        Assert.Equal(410, (await other.Gets(action[..^6])).Status);
        Assert.Equal(410, (await other.Posts(action, ("why", "mine"))).Status);
        Assert.Equal(404, (await other.Gets(action[..^6] + "/not-taken.csv")).Status);
        Assert.Empty(await app.Query(db => db.Corrections.ToListAsync()));
        app.Clock!.Advance(LeadImport.KeptForPreview);
        Assert.Equal(410, (await browser.Posts(action, ("why", "too late"))).Status);
        app.Clock.Advance(ImportSweep.Pause);
        await TestApp.Eventually(async () => !await app.Query(db => db.LeadImports.AnyAsync()), "put away");
    }

    private static Task<List<string>> Stored(TestApp app) =>
        app.Query(db => db.Leads.OrderBy(lead => lead.Id).Select(lead => lead.AnswersJson).ToListAsync());

    private static Task<int> Decide(TestApp app, string email, Action<Delivery> decide) => app.Query(async db =>
    {
        decide(await db.Deliveries.SingleAsync(delivery => delivery.Lead!.Email == email));
        return await db.SaveChangesAsync();
    });
}
