using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace LeadCapture.Tests.Web;

/// Nobody types twice because of us.
public class RefusalTests
{
    private static readonly (string, string)[] Typed =
    [
        Visits.Email, ("firstName", "Ann"), ("notes", "one\ntwo"), ("companySize", "51-200"), ("submissionId", "mine"),
        ("customFields[0].key", "colour"), ("customFields[0].value", "red"),
    ];

    [Fact]
    public async Task Over_the_limit_a_form_comes_back_with_everything_in_it()
    {
        await using var app = await TestApp.Start("RateLimits:PostsPerMinute=2");
        await app.IsThanked("/f/contact", Visits.Email);
        await app.IsThanked("/f/contact/embed", Visits.Email);

        var page = await app.Sends("/f/contact", Typed);
        var problem = await app.Creates("""{"email":"ann@example.com"}""");

        Assert.Equal((429, "60"), (page.Status, page.Headers.RetryAfter!.ToString()));
        Assert.StartsWith("Too many forms were sent from your network", page.Notice, StringComparison.Ordinal);
        HoldsEverything(page);
        Assert.Equal((429, "application/problem+json"), (problem.Status, problem.Type));
        Assert.Equal(200, (await app.Opens("/f/contact")).Status);
        Assert.Equal(200, (await app.Asks("/api/forms/contact")).Status);
    }

    [Theory]
    [InlineData(0, "198.51.100.1", "198.51.100.2", false)]
    [InlineData(1, "198.51.100.1", "198.51.100.2", true)]
    [InlineData(1, "9.9.9.9, 198.51.100.1", "8.8.8.8, 198.51.100.1", false)]
    [InlineData(2, "198.51.100.1, 10.0.0.1", "198.51.100.2, 10.0.0.1", true)]
    [InlineData(1, "2001:db8:1:2::1", "2001:db8:1:2:ffff::2", false)]
    [InlineData(1, "2001:db8:1:2::1", "2001:db8:1:3::1", true)]
    [InlineData(1, "::ffff:198.51.100.1", "::ffff:198.51.100.2", true)]
    [InlineData(1, "::ffff:198.51.100.1", "198.51.100.1", false)]
    public async Task The_limit_counts_addresses_and_believes_trusted_proxies_only(int proxies, string first, string second,
        bool allowed)
    {
        await using var app = await TestApp.Start("RateLimits:PostsPerMinute=1", $"TrustedProxies={proxies}");

        using var one =
            await app.Answers(HttpMethod.Post, "/f/contact", "email=ann%40example.com", "application/x-www-form-urlencoded",
            ("X-Forwarded-For", first));
        using var two =
            await app.Answers(HttpMethod.Post, "/f/contact", "email=bob%40example.com", "application/x-www-form-urlencoded",
            ("X-Forwarded-For", second));

        Assert.Equal((303, allowed ? 303 : 429), ((int)one.StatusCode, (int)two.StatusCode));
    }

    [Theory]
    [InlineData(1, "10.0.0.0/8", "198.51.100.1", "198.51.100.2", false)]
    [InlineData(1, "127.0.0.1", "198.51.100.1", "198.51.100.2", true)]
    [InlineData(2, "127.0.0.1, 203.0.113.0/24", "198.51.100.1, 203.0.113.9", "198.51.100.2, 203.0.113.9", true)]
    [InlineData(2, "127.0.0.1", "198.51.100.1, 203.0.113.9", "198.51.100.2, 203.0.113.9", false)]
    [InlineData(2, "127.0.0.1", "203.0.113.9", "203.0.113.9", false)]
    [InlineData(1, "127.0.0.1", "not an address", "198.51.100.2", true)]
    public async Task What_no_proxy_of_ours_said_is_not_believed(int proxies, string networks, string first, string second, bool allowed)
    {
        await using var app = await TestApp.Start("RateLimits:PostsPerMinute=1", $"TrustedProxies={proxies}", $"ProxyNetworks={networks}");

        using var one = await app.Answers(HttpMethod.Post, "/f/contact", "email=ann%40example.com", "application/x-www-form-urlencoded",
            ("X-Forwarded-For", first));
        using var two = await app.Answers(HttpMethod.Post, "/f/contact", "email=bob%40example.com", "application/x-www-form-urlencoded",
            ("X-Forwarded-For", second));

        Assert.Equal((303, allowed ? 303 : 429), ((int)one.StatusCode, (int)two.StatusCode));
    }

    [Fact]
    public async Task While_the_store_takes_nothing_a_form_comes_back_with_everything_in_it()
    {
        var clock = new FakeTimeProvider(new(2026, 3, 8, 12, 0, 0, TimeSpan.Zero));
        await using var app = await TestApp.Start(new TestAppPlan { Clock = clock });
        await app.Opens("/f/contact");
        await app.Query(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE leads RENAME TO leads_elsewhere"));
        await app.Query(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE forms RENAME TO forms_elsewhere"));
        clock.Advance(TimeSpan.FromMinutes(1));

        var page = await app.Sends("/f/contact", Typed);
        var problem = await app.Creates("""{"email":"ann@example.com"}""");

        Assert.Equal(503, page.Status);
        Assert.StartsWith("We could not save your details just now.", page.Notice, StringComparison.Ordinal);
        HoldsEverything(page);
        Assert.Equal((503, "application/problem+json"), (problem.Status, problem.Type));
    }

    private static void HoldsEverything(Page page)
    {
        foreach (var (name, value) in Typed)
            Assert.Equal((name, value == "51-200" ? "TwoHundred" : value), (name, page.ValueOf(name)));
        Assert.Equal("red", page.CustomValueOf("colour"));
        Assert.Empty(page.Summary);
    }
}
