using System.Net;
using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Web;

public class RouteTests
{
    private const string FormType = "application/x-www-form-urlencoded";
    private const string NoReceipt = "ABCDEFGH1234567890ABCDEFGH";

    [Fact]
    public async Task Every_form_is_a_page_in_three_shapes()
    {
        await using var app = await TestApp.Start();
        foreach (var form in (string[])["contact", "event-booth", "landing-page"])
            foreach (var (end, layout) in ((string, string)[])[("", "page"), ("/embed", "embed"), ("/booth", "booth")])
            {
                var page = await app.Opens($"/f/{form}{end}");

                Assert.Equal((200, "text/html"), (page.Status, page.Type));
                Assert.Equal($"/f/{form}{end}", page.Html.QuerySelector("form")!.GetAttribute("action"));
                Assert.Equal(layout, page.Html.Body!.ClassName);
                Assert.NotNull(page.ValueOf("email"));
            }
    }

    [Theory]
    [InlineData("contact", "")]
    [InlineData("contact", "/embed")]
    [InlineData("event-booth", "/booth")]
    [InlineData("landing-page", "/embed")]
    public async Task A_form_that_was_taken_leads_to_its_confirmation_in_the_same_shape(string form, string shape)
    {
        await using var app = await TestApp.Start();

        using var answer = await app.Posts($"/f/{form}{shape}", [Visits.Email, ("firstName", "Ann"), .. Visits.Consent]);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var to = answer.Headers.Location!.ToString();
        Assert.Matches($"^/f/{form}{shape}/confirmation/[0-9A-Z]{{26}}$", to);
        var page = await app.Opens(to);
        Assert.Equal((200, "delivered"), (page.Status, page.Delivery));
    }

    [Fact]
    public async Task The_start_page_lists_the_published_forms()
    {
        await using var app = await TestApp.Start();

        var page = await app.Opens("/");

        var links = page.Html.QuerySelectorAll(".form-list a").Select(link => link.GetAttribute("href"));
        Assert.Equal(["/f/contact", "/f/event-booth", "/f/landing-page"], links);
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/f/unknown")]
    [InlineData("/f/unknown/embed")]
    [InlineData("/f/contact/other")]
    [InlineData("/f/contact/confirmation/short")]
    [InlineData("/f/contact/confirmation/" + NoReceipt)]
    [InlineData("/f/contact/embed/confirmation/" + NoReceipt)]
    [InlineData("/error/200")]
    [InlineData("/error/99")]
    [InlineData("/error/500")]
    [InlineData("/f/..%2f..%2fetc%2fpasswd")]
    public async Task What_is_not_there_is_a_page_that_says_so(string path)
    {
        await using var app = await TestApp.Start();

        var page = await app.Opens(path);

        Assert.Equal((404, "text/html", "Page not found"), (page.Status, page.Type, page.Title));
    }

    [Theory]
    [InlineData("/api/nowhere")]
    [InlineData("/api/forms/unknown")]
    [InlineData("/api/leads/short")]
    [InlineData("/api/leads/" + NoReceipt)]
    public async Task A_program_reads_of_what_is_not_there_as_a_problem(string path)
    {
        await using var app = await TestApp.Start();

        var problem = await app.Asks(path);

        Assert.Equal((404, "application/problem+json", "404"), (problem.Status, problem.Type, problem["status"]));
    }

    [Fact]
    public async Task A_receipt_opens_its_own_form_s_confirmation_only()
    {
        await using var app = await TestApp.Start();
        var receipt = (await app.Submits("ann@example.com")).Split('/')[^1];

        Assert.Equal(200, (await app.Opens($"/f/contact/confirmation/{receipt}")).Status);
        Assert.Equal(404, (await app.Opens($"/f/landing-page/confirmation/{receipt}")).Status);
        Assert.Equal(404, (await app.Opens($"/f/contact/confirmation/{receipt.ToLowerInvariant()}")).Status);
    }

    [Fact]
    public async Task What_comes_in_another_format_is_refused()
    {
        await using var app = await TestApp.Start();

        foreach (var type in (string[])["text/plain", "multipart/form-data; boundary=b", "multipart/form-data",
            "application/json"])
        {
            var page = await app.SendsRaw("/f/contact", "email=ann%40example.com", type);
            Assert.Equal((type, 415, "text/html"), (type, page.Status, page.Type));
        }
        using var answer = await app.Answers(HttpMethod.Post, "/api/forms/contact/leads", "email=ann", FormType);
        var problem = await Json.Of(answer);
        Assert.Equal((415, "application/problem+json"), (problem.Status, problem.Type));
    }

    [Theory]
    [InlineData("/f/contact", FormType)]
    [InlineData("/f/contact/embed", FormType)]
    [InlineData("/api/forms/contact/leads", "application/json")]
    [InlineData("/f/unknown", FormType)]
    public async Task A_body_over_256_kB_is_too_large_whether_or_not_it_says_so(string path, string type)
    {
        await using var app = await TestApp.Start();
        var body = (type == FormType ? "email=" : "\"") + new string('a', 300_000);

        var announced =
            await app.Writes($"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\n\r\n",
                body);
        var chunked =
            await app.Writes($"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Type: {type}\r\nTransfer-Encoding: chunked\r\n\r\n",
            $"{body.Length:x}\r\n{body}\r\n0\r\n\r\n");

        var expected = path == "/f/unknown" ? "404" : "413";
        Assert.Equal((expected, expected), (announced.Split(' ')[1], chunked.Split(' ')[1]));
    }

    [Theory]
    [InlineData("/f/contact", FormType)]
    [InlineData("/f/contact/embed", FormType)]
    [InlineData("/api/forms/contact/leads", "application/json")]
    [InlineData("/api/phone-advice", FormType)]
    [InlineData("/admin/login", FormType)]
    public async Task A_chunk_whose_size_is_no_number_is_the_sender_s_fault(string path, string type)
    {
        await using var app = await TestApp.Start();

        foreach (var size in (string[])["FFFFFFFFFFFFFFFF", "FFFFFFFF", "80000000", "x"])
        {
            var answer = await app.Writes(
                $"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Type: {type}\r\nTransfer-Encoding: chunked\r\n\r\n",
                $"{size}\r\nemail=ann%40example.com\r\n0\r\n\r\n");

            Assert.Equal((size, "400"), (size, answer.Split(' ')[1]));
        }
        Assert.DoesNotContain(await app.EndsWithLog(), line => line.Contains("[ERR]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_visitor_posts_never_stands_in_for_a_part_of_the_address()
    {
        await using var app = await TestApp.Start();

        var unknown = await app.Sends("/f/unknown", ("slug", "contact"), ("status", "200"));
        using var taken =
            await app.Posts("/f/contact", Visits.Email, ("slug", "landing-page"), ("shape", "Embed"), ("receipt", "x"));
        var shown = await app.Opens("/f/contact?shape=Embed");

        Assert.Equal(404, unknown.Status);
        Assert.StartsWith("/f/contact/confirmation/", taken.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal("page", shown.Html.Body!.ClassName);
    }

    [Theory]
    [InlineData("/f/contact")]
    [InlineData("/f/unknown")]
    public async Task A_body_that_breaks_off_or_makes_no_sense_with_a_GET_changes_nothing(string path)
    {
        await using var app = await TestApp.Start();

        using var answer = await app.Answers(HttpMethod.Get, path, string.Concat(Enumerable.Repeat("a=b&", 9000)), FormType);

        Assert.Equal(path == "/f/contact" ? 200 : 404, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("/", 200)]
    [InlineData("/f/contact", 200)]
    [InlineData("/f/unknown", 404)]
    [InlineData("/api/forms/contact", 200)]
    [InlineData("/health/live", 200)]
    [InlineData("/favicon.svg", 200)]
    public async Task HEAD_answers_as_GET_does_without_a_body(string path, int status)
    {
        await using var app = await TestApp.Start();

        var answer = await app.Writes($"HEAD {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "");

        Assert.Equal(status.ToString(InvariantCulture), answer.Split(' ')[1]);
        Assert.EndsWith("\r\n\r\n", answer, StringComparison.Ordinal);
        Assert.Equal(1, answer.Split("\r\n\r\n").Length - 1);
    }

    [Theory]
    [InlineData("OPTIONS", "/f/contact")]
    [InlineData("PUT", "/f/contact")]
    [InlineData("DELETE", "/f/contact/embed")]
    [InlineData("BREW", "/f/contact")]
    [InlineData("POST", "/")]
    [InlineData("OPTIONS", "/api/forms/contact/leads")]
    [InlineData("DELETE", "/api/forms/contact/leads")]
    public async Task Another_method_is_not_allowed_and_told_which_is(string method, string path)
    {
        await using var app = await TestApp.Start();

        using var answer = await app.Answers(new(method), path, headers: ("Origin", "https://evil.example"));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.NotEmpty(answer.Content.Headers.Allow);
        Assert.DoesNotContain(answer.Headers, header =>
            header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
    }
}
