using System.Text;
using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Web;

/// Little that is sent does not become much that is answered.
public class FloodTests
{
    private static readonly (string, string) AddRow = ("action", "add-row");

    [Fact]
    public async Task Adding_a_row_counts_like_sending()
    {
        await using var app = await TestApp.Start("RateLimits:PostsPerMinute=2");

        Assert.Equal(200, (await app.Sends("/f/contact", Visits.Email, AddRow)).Status);
        Assert.Equal(200, (await app.Sends("/f/contact", Visits.Email, ("action", "remove-row:0"))).Status);
        var page = await app.Sends("/f/contact", Visits.Email, ("notes", "kept"), AddRow);

        Assert.Equal((429, "60"), (page.Status, page.Headers.RetryAfter!.ToString()));
        Assert.Equal(("ann@example.com", "kept"), (page.ValueOf("email"), page.ValueOf("notes")));
        Assert.StartsWith("Too many forms were sent from your network", page.Notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Advice_about_phone_numbers_has_an_end_that_takes_nothing_from_sending()
    {
        await using var app = await TestApp.Start("RateLimits:PostsPerMinute=2");

        Assert.Equal((200, 200), (await Advice(app), await Advice(app)));
        Assert.Equal(429, await Advice(app));
        await app.IsThanked("/f/contact", Visits.Email);
    }

    [Theory]
    [InlineData("/f/contact", 413)]
    [InlineData("/f/landing-page", 413)]
    [InlineData("/f/contact?action", 413)]
    public async Task Thousands_of_custom_fields_are_too_much_and_the_answer_stays_small(string path, int status)
    {
        await using var app = await TestApp.Start();
        var body = new StringBuilder(
            path.EndsWith("action", StringComparison.Ordinal) ? "action=add-row" : "email=ann%40example.com");
        for (var row = 0; row < 4000; row++)
            body.Append(InvariantCulture, $"&customFields[{row}].key=a");

        var page = await app.SendsRaw(path.Split('?')[0], body.ToString());

        Assert.Equal(status, page.Status);
        Assert.InRange(page.Source.Length, 1, body.Length);
    }

    [Fact]
    public async Task No_row_is_added_to_as_many_as_can_be_sent()
    {
        await using var app = await TestApp.Start();
        (string, string)[] rows = [.. Enumerable.Range(0, 99).SelectMany(row => ((string, string)[])
            [($"customFields[{row}].key", $"name{row}"), ($"customFields[{row}].value", $"{row}")])];

        var hundred = await app.Sends("/f/contact", [Visits.Email, .. rows, AddRow]);
        var full = await app.Sends("/f/contact", [.. hundred.Inputs, AddRow]);

        Assert.Equal((200, 100), (hundred.Status, Rows(hundred)));
        Assert.Equal((422, 100), (full.Status, Rows(full)));
        Assert.Contains("At most 100 custom fields can be sent. Remove some of them", full.Summary.Select(line => line.Message));
        Assert.Equal("42", full.CustomValueOf("name42"));
    }

    [Fact]
    public async Task A_link_fills_in_as_many_custom_fields_as_can_be_sent()
    {
        await using var app = await TestApp.Start();
        var query = string.Join('&', Enumerable.Range(0, 300).Select(row => $"customFields[{row}].key=a"));

        Assert.Equal(100, Rows(await app.Opens("/f/contact?" + query)));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("{}")]
    [InlineData("""{"key":"a"}""")]
    public async Task A_program_that_sends_thousands_of_custom_fields_gets_one_sentence(string entry)
    {
        await using var app = await TestApp.Start();
        var rows = string.Join(',', Enumerable.Repeat(entry, 10_000));

        var problem = await app.Creates($$"""{"email":"ann@example.com","customFields":[{{rows}}]}""");

        Assert.Equal(422, problem.Status);
        Assert.Equal("At most 100 custom fields can be sent. Remove some of them", problem.ErrorOf("customFields"));
        Assert.InRange(problem.Source.Length, 1, 2000);
    }

    private static int Rows(Page page) => page.Html.QuerySelectorAll("[data-rows] [data-row]").Length;

    private static async Task<int> Advice(TestApp app)
    {
        using var answer = await app.Posts("/api/phone-advice", ("phone", "123"));
        return (int)answer.StatusCode;
    }
}
