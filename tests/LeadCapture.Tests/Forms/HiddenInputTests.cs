using LeadCapture.Forms.Fields;
using LeadCapture.Forms;
using LeadCapture.Leads;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Forms;

/// What the visitor cannot see stops no lead: it is cut or kept, and the lead says so.
public class HiddenInputTests
{
    private static readonly string Long = new('x', 3000);

    [Fact]
    public async Task A_campaign_value_that_is_too_long_is_cut()
    {
        await using var app = await TestApp.Start();

        await app.IsThanked("/f/landing-page", [Visits.Email, .. Hidden(0, "utm_source", "a\tb\u0007" + Long),
            .. Hidden(1, "utm_term", "{{keyword}}")]);

        Assert.Equal("a b" + Long[..197], app.SentCustom("utm_source"));
        Assert.Null(app.SentCustom("utm_term"));
        Assert.Contains("Shortened to 200 characters", await Told(app), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_s_hidden_values_are_cut_alike()
    {
        await using var app = await TestApp.Start();

        var created = await app.Creates($$"""
            {"email":"ann@example.com","page":"https://a.example/{{Long}}",
             "customFields":[{"key":"utm_source","value":"{{Long}}"}]}
            """, "landing-page");

        Assert.Equal(201, created.Status);
        Assert.Equal(Long[..200], app.SentCustom("utm_source"));
    }

    [Fact]
    public async Task Half_a_picture_is_not_left_by_the_cut_nor_what_was_damaged()
    {
        await using var app = await TestApp.Start();

        await app.IsThanked("/f/landing-page", [Visits.Email, .. Hidden(0, "utm_source", "\ufffd" + Long[..199] + "😀")]);

        Assert.Equal(Long[..199], app.SentCustom("utm_source"));
    }

    [Fact]
    public async Task A_long_address_of_the_page_is_cut_and_kept()
    {
        await using var app = await TestApp.Start();

        await app.IsThanked("/f/contact", Visits.Email, ("page", "https://www.example.com/\ufffd" + Long));

        var lead = await app.Query(db => db.Leads.AsNoTracking().SingleAsync());
        Assert.Equal(("https://www.example.com/" + Long)[..2000], lead.Page);
        Assert.Contains("Shortened to 2,000 characters", await Told(app), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("timeZoneId", "Atlantis", null)]
    [InlineData("timeZoneId", "W. Europe Standard Time", "Europe/Berlin")]
    [InlineData("companySize", "a few", null)]
    [InlineData("companySize", "11-50 employees", "Fifty")]
    [InlineData("accountId", "twelve", null)]
    [InlineData("linkedInUrl", "https://www.example.com/ann", null)]
    public async Task A_hidden_answer_that_cannot_be_read_is_kept_and_shown(string property, string value, string? sent)
    {
        await using var app = await TestApp.Start();
        await app.Publishes("landing-page", form => form.And(
            ContactFields.Get(property) with { Kind = FieldKinds.Hidden, Required = true }));

        await app.IsThanked("/f/landing-page", Visits.Email, (property, value));

        Assert.Equal(sent, app.Sent(property));
        if (sent is null)
            Assert.Contains(value, await Told(app), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hidden_answer_that_is_not_there_is_not_asked_for()
    {
        await using var app = await TestApp.Start();
        await app.Publishes("landing-page", form => form.Map(field =>
            field.Kind == FieldKinds.Hidden ? field with { Required = true } : field));

        Assert.Equal("delivered", (await app.IsThanked("/f/landing-page", Visits.Email)).Delivery);
    }

    [Fact]
    public async Task What_is_seen_is_still_explained()
    {
        await using var app = await TestApp.Start();

        var page = await app.Sends("/f/contact", Visits.Email, ("timeZoneId", "Atlantis"));
        var created = await app.Creates("""{"email":"ann@example.com","timeZoneId":"Atlantis"}""");

        Assert.Equal((422, 422), (page.Status, created.Status));
        Assert.Equal("Choose a time zone from the list, like Europe/Berlin", created.ErrorOf("timeZoneId"));
    }

    [Fact]
    public async Task A_correction_keeps_what_was_not_sent()
    {
        await using var app = await TestApp.Start();
        using var owner = await AdminBrowser.SignedIn(app);
        await app.IsThanked("/f/landing-page", [Visits.Email, .. Hidden(0, "utm_source", Long)]);
        var lead = await app.Query(db => db.Leads.AsNoTracking().SingleAsync());

        var page = await owner.Gets($"/admin/leads/{lead.Id}/correction");
        var saved = await owner.SendsForm(page, "save", ("firstName", "Ann"), ("why", "told by phone"));

        Assert.Equal(303, saved.Status);
        var stored = await app.Query(db => db.Leads.AsNoTracking().SingleAsync());
        Assert.Equal("Ann", SubmittedAnswers.Parse(stored.AnswersJson).Properties["firstName"]);
        Assert.Contains("Shortened to 200 characters", await Told(app, owner), StringComparison.Ordinal);
    }

    private static (string, string)[] Hidden(int row, string key, string value) =>
        [($"customFields[{row}].key", key), ($"customFields[{row}].value", value)];

    /// What the page of the lead says of answers that were not sent.
    private static async Task<string> Told(TestApp app)
    {
        using var owner = await AdminBrowser.SignedIn(app);
        return await Told(app, owner);
    }

    private static async Task<string> Told(TestApp app, AdminBrowser owner)
    {
        var id = await app.Query(db => db.Leads.Select(lead => lead.Id).SingleAsync());
        var page = await owner.Gets($"/admin/leads/{id}");
        return page.Html.QuerySelector("#not-sent-title")?.ParentElement?.TextContent ?? "";
    }
}
