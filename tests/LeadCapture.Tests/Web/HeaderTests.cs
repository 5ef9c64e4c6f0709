using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Web;

/// One row for each kind of answer: what it may do and who may frame it.
public class HeaderTests
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ";

    public static TheoryData<string, string, int> Answers => new()
    {
        { "GET /", "'none'", 200 },
        { "GET /f/contact", "'none'", 200 },
        { "GET /f/contact?shape=embed", "'none'", 200 },
        { "GET /f/contact/booth", "'none'", 200 },
        { "GET /f/contact/embed", "*", 200 },
        { "GET /f/event-booth/embed", "*", 200 },
        { "GET /f/landing-page/embed", "'self' https://www.example.com https://*.example.org", 200 },
        { "POST /f/contact", "'none'", 422 },
        { "POST /f/contact/booth", "'none'", 422 },
        { "POST /f/contact/embed", "*", 422 },
        { "POST /f/landing-page/embed", "'self' https://www.example.com https://*.example.org", 422 },
        { "GET /f/unknown", "'none'", 404 },
        { "GET /f/unknown/embed", "'none'", 404 },
        { "GET /nowhere", "'none'", 404 },
        { "GET /f/contact/embed/confirmation/ABCDEFGH1234567890ABCDEFGH", "'none'", 404 },
        { "PUT /f/contact/embed", "'none'", 405 },
        { "HEAD /f/contact/embed", "*", 200 },
        { "GET /api/forms/contact", "'none'", 200 },
        { "GET /api/forms/unknown", "'none'", 404 },
        { "GET /api/leads/ABCDEFGH1234567890ABCDEFGH", "'none'", 404 },
        { "POST /api/forms/contact/leads", "'none'", 415 },
        { "GET /health/live", "'none'", 200 },
        { "GET /health/ready", "'none'", 200 },
        { "GET /metrics", "'none'", 200 },
        { "GET /css/site.css", "'none'", 200 },
        { "GET /js/form.js", "'none'", 200 },
        { "GET /embed.js", "'none'", 200 },
        { "GET /favicon.svg", "'none'", 200 },
        { "GET /css/nothing.css", "'none'", 404 },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Every_answer_says_what_it_may_do_and_who_may_frame_it(string request, string frames, int status)
    {
        await using var app = await TestApp.Start();
        await Restrict(app);
        var (method, path) = (request.Split(' ')[0], request.Split(' ')[1]);

        using var answer =
            await app.Answers(new(method), path, method == "POST" ? "email=" : null, "application/x-www-form-urlencoded");

        Assert.Equal(status, (int)answer.StatusCode);
        Hold(answer, frames);
        Assert.Equal("strict-origin-when-cross-origin", Header(answer, "Referrer-Policy"));
    }

    [Theory]
    [InlineData("/f/contact", "'none'")]
    [InlineData("/f/contact/booth", "'none'")]
    [InlineData("/f/contact/embed", "*")]
    [InlineData("/f/landing-page/embed", "'self' https://www.example.com https://*.example.org")]
    public async Task A_confirmation_leaves_no_copy_and_tells_nobody_where_it_was(string path, string frames)
    {
        await using var app = await TestApp.Start();
        await Restrict(app);
        using var taken = await app.Posts(path, [Visits.Email, .. Visits.Consent]);
        var to = taken.Headers.Location!.ToString();

        using var page = await app.Answers(HttpMethod.Get, to);
        using var lead = await app.Answers(HttpMethod.Get, "/api/leads/" + to.Split('/')[^1]);

        Hold(page, frames);
        Hold(lead, "'none'");
        foreach (var answer in (HttpResponseMessage[])[page, lead])
            Assert.Equal((200, "no-store", "no-referrer"),
                ((int)answer.StatusCode, answer.Headers.CacheControl!.ToString(), Header(answer, "Referrer-Policy")));
    }

    [Fact]
    public async Task No_answer_with_what_somebody_typed_leaves_a_copy()
    {
        await using var app = await TestApp.Start("RateLimits:PostsPerMinute=7");
        const string Form = "application/x-www-form-urlencoded";
        const string Typed = "email=ann%40example.com&customFields%5B0%5D.key=consent&customFields%5B0%5D.value=yes";
        List<(string Request, int Status)> wrong = [];
        async Task Holds(int status, string path, string? body = null, string type = Form)
        {
            using var answer = await app.Answers(body is null ? HttpMethod.Get : HttpMethod.Post, path, body, type);
            if ((int)answer.StatusCode != status || answer.Headers.CacheControl?.NoStore != true)
                wrong.Add(($"{path} {status}", (int)answer.StatusCode));
        }

        await Holds(200, "/f/contact?email=ann@example.com");
        await Holds(422, "/f/contact", "email=ann");
        await Holds(422, "/f/contact/embed", "email=ann");
        await Holds(200, "/f/contact", Typed + "&action=add-row");
        await Holds(200, "/api/phone-advice", "phone=123");
        await Holds(422, "/api/forms/contact/leads", """{"email":"ann"}""", "application/json");
        await Holds(201, "/api/forms/contact/leads", """{"email":"ann@example.com"}""", "application/json");
        await app.Query(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE leads RENAME TO leads_elsewhere"));
        await Holds(503, "/f/contact", Typed);
        await Holds(503, "/api/forms/contact/leads", """{"email":"ann@example.com"}""", "application/json");
        await Holds(429, "/f/contact", Typed);
        await Holds(429, "/api/forms/contact/leads", "{}", "application/json");

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("/admin", 200)]
    [InlineData("/admin/leads", 200)]
    [InlineData("/admin/leads.csv", 200)]
    public async Task No_page_of_the_admin_area_leaves_a_copy_or_tells_another_site_where_it_was(string path, int status)
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app);

        var page = await admin.Gets(path);

        var policy = Policy.Replace("frame-ancestors", "frame-src 'self'; media-src 'self'; frame-ancestors", StringComparison.Ordinal) + "'none'";
        Assert.Equal((status, policy, "same-origin"), (page.Status, Assert.Single(page.Headers.GetValues("Content-Security-Policy")),
            Assert.Single(page.Headers.GetValues("Referrer-Policy"))));
        Assert.True(page.Headers.CacheControl is { NoStore: true, NoCache: true });
    }

    [Fact]
    public async Task An_older_version_of_a_form_does_not_bring_its_older_sites_back()
    {
        await using var app = await TestApp.Start();
        await Restrict(app);

        using var answer = await app.Posts("/f/landing-page/embed", ("version", "1"), ("email", "ann@"));

        Hold(answer, "'self' https://www.example.com https://*.example.org");
    }

    [Theory]
    [InlineData("/css/site.css", "text/css", ".form-control")]
    [InlineData("/embed.js", "text/javascript", "iframe")]
    [InlineData("/js/form.js", "text/javascript", "document")]
    [InlineData("/favicon.svg", "image/svg+xml", "<svg")]
    public async Task Style_sheet_and_scripts_are_there_and_not_empty(string path, string type, string part)
    {
        await using var app = await TestApp.Start();

        using var answer = await app.Answers(HttpMethod.Get, path);

        Assert.Equal((200, type), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains(part, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_foreign_host_name_leads_nobody_away()
    {
        await using var app = await TestApp.Start();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/f/contact", UriKind.Relative))
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("email", "ann@example.com")]),
        };
        request.Headers.Host = "evil.example";
        request.Headers.TryAddWithoutValidation("X-Forwarded-Host", "evil.example");

        using var answer = await app.Visitor.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.StartsWith("/f/contact/confirmation/", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var page = await app.Opens(answer.Headers.Location.OriginalString);
        Assert.DoesNotContain("evil.example", page.Source, StringComparison.Ordinal);
    }

    private static Task Restrict(TestApp app) => app.Publishes("landing-page", form => form with
    {
        Sites = ["https://www.example.com", "https://*.example.org"],
    });

    private static void Hold(HttpResponseMessage answer, string frames)
    {
        Assert.Equal(Policy + frames, Header(answer, "Content-Security-Policy"));
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("camera=(self), fullscreen=(self), geolocation=(), microphone=(), payment=()",
            Header(answer, "Permissions-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
        foreach (var never in (string[])["Set-Cookie", "X-Frame-Options", "Server", "X-Powered-By",
            "Access-Control-Allow-Origin"])
            Assert.False(answer.Headers.Contains(never), never);
    }

    private static string Header(HttpResponseMessage answer, string name) => Assert.Single(answer.Headers.GetValues(name));
}
