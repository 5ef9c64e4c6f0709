using LeadCapture.Forms;
using LeadCapture.Leads;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Forms;

public class GoodInputTests
{
    [Theory]
    [InlineData("email", "ann+fair@example.com")]
    [InlineData("email", "o'neil@mail.example.co.uk")]
    [InlineData("email", "ann@münchen.example")]
    [InlineData("email", "用户@例子.广告")]
    [InlineData("email", "Ann@Example.COM")]
    [InlineData("phone", "+1 (415) 555-0123 ext. 9")]
    [InlineData("phone", "12")]
    [InlineData("phone", "call my office")]
    [InlineData("phone2", "００４９ 30 1234")]
    [InlineData("firstName", "X Æ A-12 👩‍👩‍👧")]
    [InlineData("lastName", "O'Brien-Ñandú والي")]
    [InlineData("notes", "one\n\ntwo\tthree")]
    [InlineData("accountId", "4 2", "42")]
    [InlineData("accountId", "42.0", "42")]
    [InlineData("accountId", "+007", "7")]
    [InlineData("linkedInUrl", "linkedin.com/in/ann", "https://linkedin.com/in/ann")]
    [InlineData("linkedInUrl", "www.linkedin.com/in/ann?next=https://a.b", "https://www.linkedin.com/in/ann?next=https://a.b")]
    [InlineData("linkedInUrl", "HTTPS://linkedin.com/in/ann")]
    [InlineData("companySize", "51-200", "TwoHundred")]
    [InlineData("companySize", "1,001 – 5,000", "FiveThousand")]
    [InlineData("companySize", "self-employed", "SelfEmployed")]
    [InlineData("companySize", "overtenthousand", "OverTenThousand")]
    [InlineData("timeZoneId", "new york", "America/New_York")]
    [InlineData("timeZoneId", "Berlin", "Europe/Berlin")]
    [InlineData("timeZoneId", "europe/kyiv", "Europe/Kyiv")]
    [InlineData("timeZoneId", "Europe/Kiev", "Europe/Kyiv")]
    [InlineData("firstName", "  \u200bAnn\ufeff ", "Ann")]
    public async Task What_people_really_type_is_taken_and_arrives_as_Reply_io_wants_it(string name, string typed,
        string? sent = null)
    {
        await using var app = await TestApp.Start();

        var page = await app.IsThanked("/f/contact", name == "email" ? (name, typed) : Visits.Email, (name, typed));

        Assert.Equal("delivered", page.Delivery);
        using var body = System.Text.Json.JsonDocument.Parse(app.ReplyIo.State.Calls.Single(call => call.Method == "POST").Body);
        Assert.Equal(sent ?? typed, body.RootElement.GetProperty(name).ToString());
    }

    [Theory]
    [InlineData("\"john doe\"@example.com")]
    [InlineData("ann@[192.0.2.1]")]
    public async Task Rare_addresses_are_for_Reply_io_to_judge(string email)
    {
        await using var app = await TestApp.Start();

        var page = await app.IsThanked("/f/contact", ("email", email));

        Assert.Equal(email, page.Fact("Email") ?? page.Fact("Email address"));
    }

    [Fact]
    public async Task An_email_address_or_a_LinkedIn_profile_is_enough_and_one_of_them_is_needed()
    {
        await using var app = await TestApp.Start();

        var neither = await app.Sends("/f/contact", ("firstName", "Ann"), ("email", "  "));
        var linkedIn = await app.IsThanked("/f/contact", ("linkedInUrl", "linkedin.com/in/ann"));

        Assert.Equal(422, neither.Status);
        Assert.Equal([("email", "Enter an email address or a LinkedIn profile, so that we can reach you")], neither.Summary);
        Assert.Equal("delivered", linkedIn.Delivery);
    }

    [Fact]
    public async Task Advice_about_a_phone_number_comes_with_another_error_and_never_alone()
    {
        await using var app = await TestApp.Start();

        var prefilled = await app.Opens("/f/contact?phone=12");
        var refused = await app.Sends("/f/contact", ("phone", "12"), ("phone2", "+14155550123"));

        Assert.Null(prefilled.Html.GetElementById("phone-advice"));
        Assert.NotNull(refused.Html.GetElementById("phone-advice"));
        Assert.Equal("phone-hint phone-advice", refused.Html.GetElementById("phone")!.GetAttribute("aria-describedby"));
        Assert.Null(refused.Html.GetElementById("phone")!.GetAttribute("aria-invalid"));
        Assert.Null(refused.Html.GetElementById("phone2-advice"));
        Assert.Equal("12", refused.ValueOf("phone"));
    }

    [Fact]
    public async Task Rows_of_custom_fields_are_added_and_removed_without_script_and_without_loss()
    {
        await using var app = await TestApp.Start();

        var one = await app.Sends("/f/contact", ("email", "not yet"), ("notes", "a\nb"), ("action", "add-row"));
        var two = await app.Sends("/f/contact", [.. Filled(one, "colour", "red"), ("action", "add-row")]);
        var three = await app.Sends("/f/contact", [.. Filled(two, "size", "9"), ("action", "add-row")]);
        var removed = await app.Sends("/f/contact", [.. three.Inputs, ("action", "remove-row:0")]);

        foreach (var page in (Page[])[one, two, three, removed])
        {
            Assert.Equal((200, "not yet", "a\nb"), (page.Status, page.ValueOf("email"), page.ValueOf("notes")));
            Assert.Equal(one.ValueOf("submissionId"), page.ValueOf("submissionId"));
            Assert.Empty(page.Summary);
        }
        Assert.Equal(("red", "9"), (three.CustomValueOf("colour"), three.CustomValueOf("size")));
        Assert.Equal((null, "9", ""),
            (removed.CustomValueOf("colour"), removed.CustomValueOf("size"), removed.CustomValueOf("")));
    }

    [Fact]
    public async Task An_address_fills_in_properties_custom_fields_and_the_campaign()
    {
        await using var app = await TestApp.Start();

        const string row = "customFields[0].key=colour&customFields[0].value=red";
        var contact = await app.Opens("/f/contact?firstName=Ann&companySize=51-200&other=x&" + row);
        var landing = await app.Opens("/f/landing-page/embed?utm_source=fair&message=Hello&email=a%40b.example&accountId=7");
        var booth = await app.Opens("/f/event-booth/booth?interest=Now&leadSource=Fair%202026");
        var plain = await app.Opens("/f/event-booth");

        Assert.Equal(("Ann", "TwoHundred", "red"),
            (contact.ValueOf("firstName"), contact.ValueOf("companySize"), contact.CustomValueOf("colour")));
        Assert.Equal(("fair", "Hello", "a@b.example"),
            (landing.CustomValueOf("utm_source"), landing.CustomValueOf("message"), landing.ValueOf("email")));
        Assert.Null(landing.ValueOf("accountId"));
        Assert.Equal(("hot", "Fair 2026"), (booth.CustomValueOf("interest"), booth.CustomValueOf("leadSource")));
        Assert.Equal("Event", plain.CustomValueOf("leadSource"));
        Assert.Empty(contact.Summary);
    }

    [Fact]
    public async Task A_hand_written_form_needs_nothing_but_the_names()
    {
        await using var app = await TestApp.Start();

        var page = await app.IsThanked("/f/landing-page", Visits.Email, ("title", "CEO"), ("csrf", "x"), ("submit", "Send"),
            ("customFields[4].key", "CONSENT"), ("customFields[4].value", "on"),
            ("customFields[2].key", "message"), ("customFields[2].value", "Hello"));

        Assert.Equal(("delivered", "Hello", "Yes", "CEO"),
            (page.Delivery, page.Fact("How can we help?"), page.Fact("Send me news and offers."),
                page.Fact("Job title")));
    }

    [Fact]
    public async Task What_a_form_does_not_ask_for_is_kept_when_something_else_is_wrong()
    {
        await using var app = await TestApp.Start();

        var page = await app.Sends("/f/landing-page", ("email", "ann@"), ("notes", "Hello"), ("accountId", "x"),
            ("customFields[0].key", "colour"), ("customFields[0].value", "red"));

        Assert.Equal(422, page.Status);
        Assert.Equal(("Hello", "x", "red"), (page.ValueOf("notes"), page.ValueOf("accountId"), page.CustomValueOf("colour")));
        Assert.NotNull(page.ErrorOf("accountId"));
        Assert.All(page.Summary, line =>
            Assert.NotEqual("hidden", page.Html.GetElementById(line.Id)?.GetAttribute("type") ?? "hidden"));
        Assert.Null(page.CustomErrorOf("message"));
    }

    [Theory]
    [InlineData("no")]
    [InlineData("false")]
    [InlineData("")]
    public async Task A_no_is_no_consent(string answer)
    {
        await using var app = await TestApp.Start();
        await app.RequiresConsent();

        var page = await app.Sends("/f/landing-page", Visits.Email, ("customFields[0].key", "consent"),
            ("customFields[0].value", answer));

        Assert.Equal(422, page.Status);
        var (id, message) = Assert.Single(page.Summary);
        Assert.Equal("Tick the box so that we may contact you", message);
        Assert.Equal("checkbox", page.Html.GetElementById(id)!.GetAttribute("type"));
    }

    [Fact]
    public async Task A_form_that_was_changed_while_somebody_typed_is_taken_as_it_was_shown()
    {
        await using var app = await TestApp.Start();
        await app.Publishes("contact", form =>
            form.Asking(ContactFields.Get("email") with { Required = true, Label = "New" }) with { Title = "Newer" });

        var newer = await app.Opens("/f/contact");
        var refused = await app.Sends("/f/contact", ("version", "1"), ("email", "ann@"), ("city", "Berlin"));
        var taken = await app.IsThanked("/f/contact", ("version", "1"), ("linkedInUrl", "linkedin.com/in/ann"));
        var unknown = await app.IsThanked("/f/contact", ("version", "77"), Visits.Email);

        Assert.Equal(("Newer", "2"), (newer.Title, newer.ValueOf("version")));
        Assert.Equal((422, "Contact us", "1", "Berlin"),
            (refused.Status, refused.Title, refused.ValueOf("version"), refused.ValueOf("city")));
        Assert.Equal(("delivered", "delivered"), (taken.Delivery, unknown.Delivery));
        Assert.Equal([1, 2],
            await app.Query(db => db.Leads.OrderBy(lead => lead.ReceivedAt).Select(lead => lead.FormVersion).ToListAsync()));
    }

    [Theory]
    [InlineData("(a+)+b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false)]
    [InlineData("(?=(a+)+b)c", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", true)]
    [InlineData("(unclosed", "anything", true)]
    [InlineData("[A-Z]{2}", "ab", false)]
    [InlineData("[A-Z]{2}", "AB", true)]
    public async Task A_pattern_is_checked_and_a_bad_one_costs_no_lead(string pattern, string typed, bool taken)
    {
        await using var app = await TestApp.Start();
        await app.Publishes("contact", form => form.Asking(
            ContactFields.Get("email"), ContactFields.Get("city") with { Pattern = pattern, PatternMessage = "Two letters" }));

        using var answer = await app.Posts("/f/contact", Visits.Email, ("city", typed));

        Assert.Equal(taken ? 303 : 422, (int)answer.StatusCode);
        if (!taken)
            Assert.EndsWith("Two letters", (await Page.Of(answer)).ErrorOf("city"), StringComparison.Ordinal);
    }

    private static (string, string)[] Filled(Page page, string key, string value)
    {
        var row = page.Inputs.First(input => input.Name.EndsWith("].key", StringComparison.Ordinal) && input.Value == "")
            .Name[..^3];
        return [.. page.Inputs.Select(input => input.Name == row + "key" ? (input.Name, key)
            : input.Name == row + "value" ? (input.Name, value) : input)];
    }
}
