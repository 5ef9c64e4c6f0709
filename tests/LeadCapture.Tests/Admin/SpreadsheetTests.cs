using System.Text;
using LeadCapture.Admin;
using LeadCapture.Forms;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using static LeadCapture.Tests.Support.LeadSteps;

namespace LeadCapture.Tests.Admin;

/// What a spreadsheet does to a file of leads by itself is no correction.
public class SpreadsheetTests
{
    [Theory]
    [InlineData("windows-1252", "José", "Müller €", "Zoë & Søn")]
    [InlineData("windows-1250", "Łukasz", "Wójcik", "Škoda Plzeň")]
    [InlineData("windows-1251", "Олена", "Шевченко", "ТОВ Ромашка")]
    [InlineData("windows-1253", "Γιώργος", "Παπαδόπουλος", "Ελλάδα")]
    [InlineData("windows-1254", "Gökçe", "Yıldız", "Şişli İnşaat")]
    [InlineData("macintosh", "José", "Müller", "Señor & Söhne")]
    [InlineData("ibm850", "Zoë", "Müller", "Señor & Söhne")]
    [InlineData("utf-16", "Олена", "Wójcik", "Šiþ")]
    public async Task The_code_page_is_that_under_which_most_cells_stay(string page, string first, string last, string company)
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.IsThanked("/f/contact", ("email", Ann), ("firstName", first), ("lastName", last), ("company", company));
        await app.IsThanked("/f/contact", ("email", "bob@example.com"), ("firstName", first));
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(page) ?? Encoding.GetEncoding(page);
        var sheet = Sheet.Of(await browser.Gets("/admin/leads.csv"));

        var same = await browser.Checks(encoding.GetBytes(sheet.Text(';')));
        var changed = await browser.Checks(encoding.GetBytes(sheet.With("bob@example.com", "Last name", last).Text(';')));

        Assert.Equal(("0", "2", "0"), same.Counts());
        Assert.Equal(("1", "1", "0"), changed.Counts());
        Assert.Equal(last, changed.Html.QuerySelector("td.said:last-child")!.TextContent);
        Assert.Null(changed.Html.QuerySelector("#lost-letters"));
    }

    [Fact]
    public async Task Cells_that_have_lost_letters_stay_and_the_page_says_so()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.IsThanked("/f/contact", ("email", Ann), ("firstName", "Łukasz"), ("lastName", "Wójcik 🦄"),
            ("company", "Škoda?"));
        var western = CodePagesEncodingProvider.Instance.GetEncoding("windows-1252", new EncoderReplacementFallback("?"),
            DecoderFallback.ReplacementFallback)!;
        var sheet = Sheet.Of(await browser.Gets("/admin/leads.csv")).With(Ann, "City", "Gdynia");

        var preview = await browser.Checks(western.GetBytes(sheet.Text(';')));
        var done = await browser.Applies(preview);

        Assert.StartsWith("This file has lost letters. Cells with lost letters keep their saved values.",
            preview.Html.QuerySelector("#lost-letters p")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("1", "0", "0"), done.Came());
        var answers = SubmittedAnswers.Parse((await app.DeliveryOf(Ann)).Lead!.AnswersJson).Properties;
        Assert.Equal(("Łukasz", "Wójcik 🦄", "Škoda?", "Gdynia"),
            (answers["firstName"], answers["lastName"], answers["company"], answers["city"]));
    }

    [Theory]
    [InlineData("491701234567", "4.91701E+11")]
    [InlineData("491701234567", "4,9E+11")]
    [InlineData("+491701234567", "491701234567")]
    [InlineData("00491701234567", "491701234567")]
    [InlineData("0170", "170")]
    [InlineData("12345678901234567890", "12345678901234500000")]
    [InlineData("12345678901234567890", "12345678901234600000")]
    [InlineData("12345678901234567890", "1.23457E+19")]
    [InlineData("42.50", "42.5")]
    [InlineData("1e5", "1.00E+05")]
    [InlineData("42.50", "42,5")]
    [InlineData("10-12", "12-Oct")]
    [InlineData("10-12", "10. Dez")]
    [InlineData("10-12", "12.10.2026")]
    [InlineData("1/2", "01.Feb")]
    [InlineData("10-2012", "Oct-12")]
    [InlineData("2026-03-31", "31/03/2026")]
    [InlineData("2026-03-31", "3/31/26")]
    [InlineData("9:30", "09:30:00")]
    [InlineData("true", "TRUE")]
    [InlineData("true", "WAHR")]
    [InlineData("False", "FAUX")]
    public async Task What_a_spreadsheet_rewrites_is_unchanged(string stored, string cell)
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.IsThanked("/f/contact", ("email", Ann), ("notes", stored), ("customFields[0].key", "code"),
            ("customFields[0].value", stored));
        var sheet = Sheet.Of(await browser.Gets("/admin/leads.csv"));

        var preview = await browser.Checks(sheet.With(Ann, "Notes", cell).With(Ann, "Custom: code", cell).Text());

        Assert.Equal(("0", "1", "0"), preview.Counts());
    }

    [Theory]
    [InlineData("491701234567", "491701234568")]
    [InlineData("491701234567", "4.91702E+12", false)]
    [InlineData("call me", "4.91701E+11", false)]
    [InlineData("", "4.9e+11", false)]
    [InlineData("10-12", "12-10")]
    [InlineData("10-12", "12-Nov")]
    [InlineData("2026-03-04", "2026-04-03")]
    [InlineData("true", "FALSE")]
    [InlineData("9:30", "19:30")]
    public async Task What_a_person_types_is_a_correction_and_a_shortened_number_is_none(
        string stored, string cell, bool taken = true)
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        await app.IsThanked("/f/contact", ("email", Ann), ("firstName", "Ann"), ("phone", stored));
        var sheet = Sheet.Of(await browser.Gets("/admin/leads.csv"));

        var preview = await browser.Checks(sheet.With(Ann, "Phone number", cell).Text());

        Assert.Equal(taken ? ("1", "0", "0") : ("0", "0", "1"), preview.Counts());
        if (!taken)
            Assert.Equal([("2", "Phone number",
                "A spreadsheet has shortened this number. Format the column as text, and enter it again.")], preview.Problems());
    }
}
