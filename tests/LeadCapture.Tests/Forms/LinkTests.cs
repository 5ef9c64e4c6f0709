using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Forms;

/// Links of mail tools and advertisements, which fill in answers.
public class LinkTests
{
    [Theory]
    [InlineData("email=ann+test@example.com", "ann+test@example.com")]
    [InlineData("email=ann%20test@example.com", "ann+test@example.com")]
    [InlineData("email=ann%2Btest%40example.com", "ann+test@example.com")]
    [InlineData("email=ann%252Btest%2540example.com", "ann+test@example.com")]
    [InlineData("email=ann%2520test@example.com", "ann+test@example.com")]
    [InlineData("email=a@example.com&email=b@example.com", "b@example.com")]
    [InlineData("email=a@example.com&email=", "a@example.com")]
    [InlineData("email=ann@example.com", "ann@example.com")]
    [InlineData("email=not+an+address", "not an address")]
    [InlineData("email=Ann+Lee+%3Cann@example.com%3E", "Ann Lee <ann@example.com>")]
    public async Task An_email_address_survives_its_link(string query, string filled)
    {
        await using var app = await TestApp.Start();

        var page = await app.Opens("/f/landing-page?" + query);

        Assert.Equal((200, filled), (page.Status, page.ValueOf("email")));
    }

    [Theory]
    [InlineData("{{first_name}}")]
    [InlineData("{{ contact.firstname | default: '' }}")]
    [InlineData("{first_name}")]
    [InlineData("%%FirstName%%")]
    [InlineData("*|FNAME|*")]
    [InlineData("[FNAME]")]
    [InlineData("{{first}} {{last}}")]
    [InlineData("undefined")]
    [InlineData("null")]
    [InlineData("NULL")]
    public async Task A_merge_tag_that_was_left_unfilled_is_no_value(string tag)
    {
        await using var app = await TestApp.Start();
        var text = Uri.EscapeDataString(tag);

        var page = await app.Opens(
            $"/f/landing-page?email={text}&firstName={text}&utm_source={text}&message={text}&firstName=");
        await app.IsThanked("/f/landing-page", [Visits.Email, .. page.Inputs.Where(input => input.Name != "email")]);

        Assert.Equal(("", "", "", ""), (page.ValueOf("email"), page.ValueOf("firstName"), page.CustomValueOf("utm_source"),
            page.CustomValueOf("message")));
        Assert.Null(app.Sent("firstName"));
        Assert.Null(app.SentCustom("utm_source"));
    }

    [Theory]
    [InlineData("Nullmeyer")]
    [InlineData("Hi {{name}}")]
    [InlineData("[AB] Software")]
    [InlineData("100% Ann")]
    [InlineData("{{7*7}}${7*7}@(7*7)")]
    public async Task What_only_looks_like_one_is_kept(string text)
    {
        await using var app = await TestApp.Start();

        var page = await app.Opens("/f/contact?firstName=" + Uri.EscapeDataString(text));

        Assert.Equal(text, page.ValueOf("firstName"));
    }

    [Fact]
    public async Task A_visitor_may_be_named_as_he_is()
    {
        await using var app = await TestApp.Start();

        await app.IsThanked("/f/contact", Visits.Email, ("firstName", "Christopher"), ("lastName", "Null"));

        Assert.Equal("Null", app.Sent("lastName"));
    }

    [Theory]
    [InlineData("company=Sch%FCler+GmbH", "Schüler GmbH")]
    [InlineData("company=Sch%C3%BCler+GmbH", "Schüler GmbH")]
    [InlineData("company=Acme&company=Beta", "Beta")]
    [InlineData("company=50%+off", "50% off")]
    [InlineData("Company=Acme", "Acme")]
    public async Task Letters_of_an_old_encoding_are_read_in_links_too(string query, string filled)
    {
        await using var app = await TestApp.Start();

        var page = await app.Opens("/f/landing-page?" + query);

        Assert.Equal(filled, page.ValueOf("company"));
    }

    [Fact]
    public async Task A_value_of_a_custom_field_that_is_there_twice_is_the_last()
    {
        await using var app = await TestApp.Start();

        var page = await app.Opens("/f/contact?customFields[0].key=colour&customFields[0].value=red&customFields[0].value=blue");

        Assert.Equal("blue", page.CustomValueOf("colour"));
    }
}
