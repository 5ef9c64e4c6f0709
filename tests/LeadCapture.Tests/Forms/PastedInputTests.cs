using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Forms;

/// What people paste is more than the address, or stands in the wrong box.
public class PastedInputTests
{
    private const string Like = "Enter an email address like name@example.com";

    [Theory]
    [InlineData("mailto:ann@example.com")]
    [InlineData("MailTo:ann%40example.com?subject=Hi")]
    [InlineData("Ann Lee <ann@example.com>")]
    [InlineData("\"Lee, Ann\" <ann@example.com>;")]
    [InlineData("<ann@example.com>")]
    [InlineData("<mailto:ann@example.com|ann@example.com>")]
    [InlineData("\"ann@example.com\"")]
    [InlineData("'ann@example.com'")]
    [InlineData("“ann@example.com”")]
    [InlineData("(ann@example.com)")]
    [InlineData("ann@example.com.")]
    [InlineData("ann@example.com,")]
    [InlineData("ann@example.com; ")]
    [InlineData("ａｎｎ＠ｅｘａｍｐｌｅ．ｃｏｍ")]
    [InlineData("ann@example。com")]
    public async Task An_email_address_is_taken_out_of_what_was_pasted(string pasted)
    {
        await using var app = await TestApp.Start();

        await app.IsThanked("/f/contact", ("email", pasted));

        Assert.Equal("ann@example.com", app.Sent("email"));
    }

    [Theory]
    [InlineData("a..b@docomo.ne.jp")]
    [InlineData("ann.@docomo.ne.jp")]
    [InlineData("o'neil@example.com")]
    [InlineData("ann@my_host.example.com")]
    [InlineData("ann@xn--mnchen-3ya.example")]
    public async Task A_strange_address_that_is_real_is_taken(string email)
    {
        await using var app = await TestApp.Start();

        await app.IsThanked("/f/contact", ("email", email));

        Assert.Equal(email, app.Sent("email"));
    }

    [Theory]
    [InlineData("ann@example.com/", "The part after the @ can't contain “/”. " + Like)]
    [InlineData("ann@example.com?subject=hi", "The part after the @ can't contain “?”. " + Like)]
    [InlineData("ann@exam!ple.com", "The part after the @ can't contain “!”. " + Like)]
    [InlineData("ann@-example.com", "The part after the @ can't begin or end with a hyphen, before or after a dot. " + Like)]
    [InlineData("ann@example-.com", "The part after the @ can't begin or end with a hyphen, before or after a dot. " + Like)]
    [InlineData("ann@example", Like)]
    [InlineData("..@example.com", Like)]
    [InlineData("a@example.com b@example.com", Like)]
    public async Task A_sentence_names_what_is_wrong_with_an_address(string email, string message)
    {
        await using var app = await TestApp.Start();

        var page = await app.Sends("/f/contact", ("email", email));

        Assert.Equal((422, email), (page.Status, page.ValueOf("email")));
        Assert.Equal([("email", message)], page.Summary);
    }

    [Theory]
    [InlineData("in/ann-lee", "https://www.linkedin.com/in/ann-lee")]
    [InlineData("/in/ann-lee/", "https://www.linkedin.com/in/ann-lee")]
    [InlineData("@ann-lee", "https://www.linkedin.com/in/ann-lee")]
    [InlineData("lnkd.in/eAbC-1", "https://lnkd.in/eAbC-1")]
    [InlineData("https://de.linkedin.com/in/ann-lee", "https://de.linkedin.com/in/ann-lee")]
    [InlineData("https://www.linkedin.com/company/acme", "https://www.linkedin.com/company/acme")]
    [InlineData("Check out Ann Lee’s profile on LinkedIn https://www.linkedin.com/in/ann-lee?utm_source=share.",
        "https://www.linkedin.com/in/ann-lee?utm_source=share")]
    [InlineData("Ann Lee\nwww.linkedin.com/in/ann-lee, Berlin", "https://www.linkedin.com/in/ann-lee")]
    [InlineData("<https://www.linkedin.com/in/ann-lee>", "https://www.linkedin.com/in/ann-lee")]
    [InlineData("https%3A%2F%2Fwww.linkedin.com%2Fin%2Fann-lee", "https://www.linkedin.com/in/ann-lee")]
    public async Task A_LinkedIn_profile_is_known_in_every_way_it_is_written(string typed, string sent)
    {
        await using var app = await TestApp.Start();

        await app.IsThanked("/f/contact", ("linkedInUrl", typed));

        Assert.Equal(sent, app.Sent("linkedInUrl"));
    }

    [Theory]
    [InlineData("https://www.example.com/in/ann",
        "This is not a LinkedIn address. Enter one like https://www.linkedin.com/in/your-name")]
    [InlineData("notlinkedin.com/in/ann", "This is not a LinkedIn address. Enter one like https://www.linkedin.com/in/your-name")]
    [InlineData("https://example.com/?u=linkedin.com/in/ann",
        "This is not a LinkedIn address. Enter one like https://www.linkedin.com/in/your-name")]
    [InlineData("ann lee", "LinkedIn profile: enter a web address like https://www.linkedin.com/in/your-name")]
    [InlineData("bob@example.com",
        "This is an email address. Enter it as your email, and your profile here, like https://www.linkedin.com/in/your-name")]
    public async Task What_is_no_LinkedIn_profile_is_explained(string typed, string message)
    {
        await using var app = await TestApp.Start();

        var page = await app.Sends("/f/contact", Visits.Email, ("linkedInUrl", typed));

        Assert.Equal((422, typed), (page.Status, page.ValueOf("linkedInUrl")));
        Assert.Equal([("linkedInUrl", message)], page.Summary);
    }

    [Theory]
    [InlineData("", "ann@example.com")]
    [InlineData("", "mailto:ann@example.com")]
    [InlineData("Ann@example.com", "ann@example.com")]
    [InlineData("linkedin.com/in/ann", "ann@example.com")]
    [InlineData("https://www.linkedin.com/in/ann", "")]
    public async Task What_stands_in_the_wrong_box_is_moved_where_it_belongs(string email, string linkedIn)
    {
        await using var app = await TestApp.Start();

        await app.IsThanked("/f/contact", ("email", email), ("linkedInUrl", linkedIn));

        var hasProfile = email.Contains('/', StringComparison.Ordinal);
        Assert.Equal(linkedIn == "" ? null : "ann@example.com", app.Sent("email")?.ToLowerInvariant());
        Assert.Equal(hasProfile, app.Sent("linkedInUrl")?.EndsWith("linkedin.com/in/ann", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task An_email_address_is_no_web_address()
    {
        await using var app = await TestApp.Start();

        var page = await app.Sends("/f/contact", Visits.Email, ("linkedInSalesNavigatorUrl", "ann@example.com"));

        Assert.Equal((422, "linkedInSalesNavigatorUrl"), (page.Status, Assert.Single(page.Summary).Id));
    }
}
