using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Forms;

/// Fields behind a heading that a visitor opens.
public class CollapsedSectionTests
{
    [Fact]
    public async Task The_contact_form_shows_seven_fields_and_keeps_all_others_behind_a_heading()
    {
        await using var app = await TestApp.Start();

        var page = await app.Opens("/f/contact");

        var details = page.Html.QuerySelector("details.more-details")!;
        Assert.Equal("Add more details", details.QuerySelector("summary")!.TextContent.Trim());
        Assert.False(details.HasAttribute("open"));
        var all = page.Html.QuerySelectorAll("form .field").Length;
        Assert.Equal((7, 11), (all - details.QuerySelectorAll(".field").Length, details.QuerySelectorAll(".field").Length));
    }

    [Theory]
    [InlineData("accountId", "not a number", 422)]
    [InlineData("city", "Berlin", 422)]
    public async Task Nothing_that_was_typed_or_is_wrong_is_out_of_sight(string name, string value, int status)
    {
        await using var app = await TestApp.Start();

        var page = await app.Sends("/f/contact", ("email", "no address"), (name, value));

        Assert.Equal(status, page.Status);
        Assert.True(page.Html.QuerySelector("details.more-details")!.HasAttribute("open"));
        Assert.Equal(value, page.ValueOf(name));
    }

    [Fact]
    public async Task A_form_whose_details_are_empty_keeps_them_closed_when_something_else_is_wrong()
    {
        await using var app = await TestApp.Start();

        var page = await app.Sends("/f/contact", ("email", "no address"));

        Assert.False(page.Html.QuerySelector("details.more-details")!.HasAttribute("open"));
    }
}
