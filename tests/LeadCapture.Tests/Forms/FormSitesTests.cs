using System.Net.Http.Headers;
using System.Text;
using LeadCapture.Forms;
using LeadCapture.Leads;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Forms;

/// Pages of the form's own sites call the API; pages of others do not.
public class FormSitesTests
{
    private const string Leads = "/api/forms/landing-page/leads";
    private const string Site = "https://www.example.com";
    private const string Ann = """{"email":"ann@example.com"}""";

    [Theory]
    [InlineData(Site)]
    [InlineData("https://shop.example.com")]
    [InlineData("https://plain.example.com")]
    [InlineData("https://blog.example.org")]
    [InlineData("http://localhost:8080")]
    public async Task A_browser_that_asks_first_is_told_that_a_page_of_the_site_may(string origin)
    {
        await using var app = await WithSites();

        using var answer = await Preflight(app, Leads, origin, "POST");

        Assert.Equal((204, origin, null), ((int)answer.StatusCode, Allowed(answer), Header(answer, "Access-Control-Allow-Credentials")));
        Assert.Contains("POST", Header(answer, "Access-Control-Allow-Methods"), StringComparison.Ordinal);
        Assert.Equal("content-type,idempotency-key", Header(answer, "Access-Control-Allow-Headers"));
        Assert.Equal("Origin", Header(answer, "Vary"));
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("http://www.example.com")]
    [InlineData("https://www.example.com:8443")]
    [InlineData("https://www.example.com.evil.example")]
    [InlineData("https://example.org")]
    [InlineData("null")]
    public async Task A_page_of_another_site_may_not(string origin)
    {
        await using var app = await WithSites();

        using var preflight = await Preflight(app, Leads, origin, "POST");
        using var form = await app.Answers(HttpMethod.Get, "/api/forms/landing-page", headers: ("Origin", origin));
        using var lead = await app.Answers(HttpMethod.Post, Leads, Ann, headers: ("Origin", origin));

        foreach (var answer in (HttpResponseMessage[])[preflight, form, lead])
        {
            Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
            Assert.Equal("Origin", Header(answer, "Vary"));
        }
    }

    [Fact]
    public async Task A_cache_keeps_no_form_for_pages_that_may_not_have_it()
    {
        await using var app = await WithSites();

        using var answer = await app.Answers(HttpMethod.Get, "/api/forms/landing-page");

        Assert.Equal("Origin", Header(answer, "Vary"));
    }

    [Fact]
    public async Task A_form_without_sites_is_for_no_other_site()
    {
        await using var app = await TestApp.Start();

        using var answer = await Preflight(app, Leads, Site, "POST");

        Assert.Null(Allowed(answer));
    }

    [Fact]
    public async Task JSON_and_FormData_become_leads()
    {
        await using var app = await WithSites();
        using var formData = new MultipartFormDataContent("----WebKitFormBoundary7MA4YWxkTrZu0gW")
        {
            { new StringContent("bob@example.com"), "email" },
            { new StringContent("Jürgen & Söhne"), "\"company\"" },
            { new StringContent("consent"), "customFields[0].key" },
            { new StringContent("yes"), "customFields[0].value" },
            { new ByteArrayContent([1, 2, 3]), "photo", "photo.png" },
        };

        using var json = await Posts(app, new StringContent(Ann, Encoding.UTF8, "application/json"));
        using var data = await Posts(app, formData);

        foreach (var answer in (HttpResponseMessage[])[json, data])
        {
            Assert.Equal((201, Site), ((int)answer.StatusCode, Allowed(answer)));
            Assert.Equal("Location,Retry-After", Header(answer, "Access-Control-Expose-Headers"));
            using var status = await app.Answers(HttpMethod.Get, answer.Headers.Location!.ToString(), headers: ("Origin", Site));
            Assert.Equal((200, Site, "Origin"), ((int)status.StatusCode, Allowed(status), Header(status, "Vary")));
            Assert.Equal("delivered", (await Json.Of(status))["delivery"]);
        }
        var lead = await app.Query(db => db.Leads.SingleAsync(lead => lead.Email == "bob@example.com"));
        Assert.Equal("Jürgen & Söhne", SubmittedAnswers.Parse(lead.AnswersJson).Properties["company"]);
    }

    [Fact]
    public async Task FormData_of_a_page_in_windows_1252_is_read_as_such()
    {
        await using var app = await WithSites();
        byte[] body =
        [
            .. "--b\r\nContent-Disposition: form-data; name=\"email\"\r\n\r\nann@example.com\r\n"u8,
            .. "--b\r\nContent-Disposition: form-data; name=\"firstName\"\r\n\r\nJ"u8, 0xFC, .. "rgen\r\n--b--\r\n"u8,
        ];
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");

        using var answer = await Posts(app, content);

        Assert.Equal(201, (int)answer.StatusCode);
        var lead = await app.Query(db => db.Leads.SingleAsync());
        Assert.Equal("Jürgen", SubmittedAnswers.Parse(lead.AnswersJson).Properties["firstName"]);
    }

    [Fact]
    public async Task The_same_key_with_FormData_is_the_same_lead()
    {
        await using var app = await WithSites();

        using var first = await Posts(app, FormData("ann@example.com"), ("Idempotency-Key", "k-1"));
        using var again = await Posts(app, FormData("ann@example.com"), ("Idempotency-Key", "k-1"));
        using var other = await Posts(app, FormData("bob@example.com"), ("Idempotency-Key", "k-1"));

        Assert.Equal((201, 200, 422), ((int)first.StatusCode, (int)again.StatusCode, (int)other.StatusCode));
        Assert.Equal(1, await app.Query(db => db.Leads.CountAsync()));
    }

    [Fact]
    public async Task A_script_s_button_that_is_pressed_twice_makes_one_lead()
    {
        await using var app = await WithSites();

        using var first = await Posts(app, FormData("ann@example.com"));
        using var again = await Posts(app, FormData("ann@example.com"));

        Assert.Equal((201, 200), ((int)first.StatusCode, (int)again.StatusCode));
        Assert.Equal(1, await app.Query(db => db.Leads.CountAsync()));
    }

    [Theory]
    [InlineData(422, "application/json", """{"email":"ann@"}""")]
    [InlineData(400, "application/json", "{")]
    [InlineData(415, "text/plain", "email=ann@example.com")]
    [InlineData(422, "multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"email\"\r\n\r\nann@\r\n--b--\r\n")]
    [InlineData(400, "multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"email\"\r\n\r\nann@exam")]
    [InlineData(400, "multipart/form-data", "--b--")]
    [InlineData(400, "multipart/form-data; boundary=7777777777777777777777777777777777777777777777777777777777777777777777777", "--7")]
    public async Task A_page_can_read_what_is_wrong(int status, string type, string body)
    {
        await using var app = await WithSites();

        using var answer = await app.Answers(HttpMethod.Post, Leads, body, type, ("Origin", Site));

        Assert.Equal((status, Site), ((int)answer.StatusCode, Allowed(answer)));
        var problem = await Json.Of(answer);
        Assert.Equal(("application/problem+json", $"{status}"), (problem.Type, problem["status"]));
    }

    [Fact]
    public async Task A_page_can_read_that_a_body_is_too_large_and_that_there_are_too_many_posts()
    {
        await using var app = await WithSites("RateLimits:PostsPerMinute=1");

        using var large = await app.Answers(
            HttpMethod.Post, Leads, $$"""{"notes":"{{new string('x', 300_000)}}"}""", headers: ("Origin", Site));
        using var first = await app.Answers(HttpMethod.Post, Leads, Ann, headers: ("Origin", Site));
        using var second = await app.Answers(HttpMethod.Post, Leads, Ann, headers: ("Origin", Site));

        Assert.Equal((413, 201, 429), ((int)large.StatusCode, (int)first.StatusCode, (int)second.StatusCode));
        Assert.Equal((Site, Site), (Allowed(large), Allowed(second)));
        Assert.NotNull(Header(second, "Retry-After"));
        Assert.Equal("application/problem+json", second.Content.Headers.ContentType?.MediaType);
    }

    private static async Task<TestApp> WithSites(params string[] settings)
    {
        var app = await TestApp.Start(settings);
        await app.Publishes("landing-page", form => form with
        {
            Sites = [Site, "https://Shop.Example.com", "https://plain.example.com:443", "https://*.example.org", "http://localhost:8080"],
        });
        return app;
    }

    private static MultipartFormDataContent FormData(string email) => new() { { new StringContent(email), "email" } };

    private static Task<HttpResponseMessage> Preflight(TestApp app, string path, string origin, string method) => app.Answers(
        HttpMethod.Options, path, headers:
        [("Origin", origin), ("Access-Control-Request-Method", method), ("Access-Control-Request-Headers", "content-type,idempotency-key")]);

    private static async Task<HttpResponseMessage> Posts(TestApp app, HttpContent content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Leads) { Content = content };
        request.Headers.Add("Origin", Site);
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        return await app.Visitor.SendAsync(request);
    }

    private static string? Allowed(HttpResponseMessage answer) => Header(answer, "Access-Control-Allow-Origin");

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
