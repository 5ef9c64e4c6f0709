using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Forms;

/// What stands in the page of a form beside the questions.
public class FormMarkupTests
{
    [Fact]
    public async Task A_page_carries_unseen_only_what_is_read_again()
    {
        await using var app = await TestApp.Start();

        var page = await app.Opens("/f/contact");

        Assert.Equal(["submissionId", "page", "version", "elapsed", "stamp"], page.Html.QuerySelectorAll("form input[type=hidden]")
            .Select(input => input.GetAttribute("name")).Where(name => !name!.StartsWith("customFields[", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Every_country_that_is_suggested_is_one_line()
    {
        await using var app = await TestApp.Start();

        var page = await app.Opens("/f/contact");

        var countries = page.Html.QuerySelectorAll("#country-suggestions option").Select(option => option.GetAttribute("value")!).ToList();
        Assert.Contains("Guinea-Bissau", countries);
        Assert.DoesNotContain(countries, name => name.Any(char.IsControl));
    }

    [Fact]
    public async Task A_browser_offers_nobody_s_details_to_a_lead_that_is_corrected()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app);
        var lead = await app.IsRefused();

        var page = await browser.Gets(lead + "/correction");

        var boxes = page.Html.QuerySelectorAll(
            "input[name=email], input[name=firstName], input[name=phone], input[name=company], input[name$=\"].value\"]").ToList();
        Assert.NotEmpty(boxes);
        Assert.All(boxes, box => Assert.Equal("off", box.GetAttribute("autocomplete")));
    }
}
