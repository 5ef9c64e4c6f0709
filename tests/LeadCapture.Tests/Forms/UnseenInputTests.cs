using LeadCapture.Leads;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Forms;

/// What nobody sees in what was copied: no visitor can mend it.
public class UnseenInputTests
{
    [Theory]
    [InlineData("email", "\u202aann@example.com\u202c", "ann@example.com")]
    [InlineData("email", "ann\u200d@exam\u00adple.com\ufe0f", "ann@example.com")]
    [InlineData("email", "\u3164ann@example.com\u2800", "ann@example.com")]
    [InlineData("email", "ann@example.com\U000e0001", "ann@example.com")]
    [InlineData("phone", "\u202a+49\u00a0170\u202f1234567\u202c", "+49 170 1234567")]
    [InlineData("phone", "+49 170\u20661234\u2069567", "+49 1701234567")]
    [InlineData("linkedInUrl", "\u2068linkedin.com/in/ann\u200c-lee\u2069", "https://linkedin.com/in/ann-lee")]
    [InlineData("firstName", "\u202aAnn\u202c", "Ann")]
    [InlineData("firstName", "\u2800\u3164Ann Lee\ufe0f\u200d", "Ann Lee")]
    [InlineData("firstName", "می\u200cخواهم", "می\u200cخواهم")]
    [InlineData("company", "I ❤\ufe0f", "I ❤\ufe0f")]
    [InlineData("company", "Pub 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "Pub 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f")]
    [InlineData("firstName", "Jose\u0301", "José")]
    [InlineData("notes", "Cafe\u0301", "Café")]
    [InlineData("firstName", "Ann\tMary", "Ann Mary")]
    [InlineData("company", "two\r\nlines", "two lines")]
    [InlineData("company", "two\u000b\t lines", "two lines")]
    [InlineData("company", "two\u2028lines\u2029", "two lines")]
    [InlineData("lastName", "Le\u0007e\0\u0098", "Lee")]
    [InlineData("notes", "one\u000btwo\u0085three\u2028four\u2029five\r\nsix\u0007", "one\ntwo\nthree\nfour\nfive\nsix")]
    [InlineData("notes", "one\ttwo", "one\ttwo")]
    public async Task What_is_not_seen_goes_and_stops_no_lead(string name, string typed, string sent)
    {
        await using var app = await TestApp.Start();

        var page = await app.IsThanked("/f/contact", name == "email" ? (name, typed) : Visits.Email, (name, typed));

        Assert.Equal("delivered", page.Delivery);
        Assert.Equal(sent, app.Sent(name));
    }

    [Theory]
    [InlineData("\u202acolour\u202c")]
    [InlineData("co\u200dlo\u00adur")]
    [InlineData("colour\u0007")]
    [InlineData("\tcolour\ufe0f")]
    public async Task A_custom_field_has_the_name_that_is_seen(string key)
    {
        await using var app = await TestApp.Start();

        await app.IsThanked("/f/contact", Visits.Email, ("customFields[0].key", key), ("customFields[0].value", "red"));

        Assert.Equal("red", app.SentCustom("colour"));
    }

    [Fact]
    public async Task A_program_s_values_are_read_alike()
    {
        await using var app = await TestApp.Start();

        var created = await app.Creates("""
            {"email":"\u202aann@example.com\u202c","firstName":"Jose\u0301\u0000","company":"Acme\nInc",
             "customFields":[{"key":"col\u200dour","value":"two\u2028lines"}]}
            """);

        Assert.Equal(201, created.Status);
        Assert.Equal(("ann@example.com", "José", "Acme Inc", "two\nlines"),
            (app.Sent("email"), app.Sent("firstName"), app.Sent("company"), app.SentCustom("colour")));
    }

    [Theory]
    [InlineData("Jose\u0301")]
    [InlineData("José")]
    [InlineData("\u202aann@example.com\u202c")]
    public async Task A_lead_is_stored_and_found_however_its_letters_are_composed(string text)
    {
        await using var app = await TestApp.Start();
        using var owner = await AdminBrowser.SignedIn(app);
        await app.IsThanked("/f/contact", ("email", "ann@example.com\u200d"), ("firstName", "Jose\u0301"));

        await TestApp.Eventually(
            async () => (await owner.Searches(text)).Main.TextContent.Contains("José", StringComparison.Ordinal), "it is found");

        var lead = await app.Query(db => db.Leads.AsNoTracking().SingleAsync());
        Assert.Equal("ann@example.com", lead.Email);
        Assert.Contains("José", LeadCapture.Forms.SubmittedAnswers.Parse(lead.AnswersJson).Properties["firstName"], StringComparison.Ordinal);
    }
}
