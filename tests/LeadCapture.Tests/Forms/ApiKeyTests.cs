using LeadCapture.Leads;
using LeadCapture.Settings;
using LeadCapture.Submissions.ApiKeys;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Forms;

/// Servers that send leads by a key of their own.
public class ApiKeyTests
{
    private const string Ann = """{"email":"ann@example.com","firstName":"Ann"}""";
    private const string Here = "/admin/settings/api-keys";

    [Fact]
    public async Task A_key_is_shown_once_and_lets_a_server_in()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);

        var token = await admin.MakesKey();
        var created = await app.Creates(Ann, headers: Bearer(token));
        var lead = await app.Asks(created.Location!, Bearer(token));

        Assert.Matches("^lc_live_[a-z0-9]{40}$", token);
        Assert.Equal((201, 200, "delivered"), (created.Status, lead.Status, lead["delivery"]));
        Assert.Equal(200, (await app.Asks("/api/forms/contact", Bearer(token))).Status);
        Assert.Equal("Api", await app.Query(db => db.Leads.Select(one => one.Channel).SingleAsync()));
        var page = await admin.Gets(Here);
        Assert.DoesNotContain(token, page.Source, StringComparison.Ordinal);
        Assert.Contains(ApiKey.PrefixOf(token) + "…", page.Main.TextContent, StringComparison.Ordinal);
        var stored = await app.Query(db => db.ApiKeys.AsNoTracking().SingleAsync());
        Assert.Equal(ApiKey.HashOf(token), stored.Hash);
        var log = string.Join('\n', await app.EndsWithLog());
        Assert.DoesNotContain(token, log, StringComparison.Ordinal);
        Assert.DoesNotContain(stored.Hash, log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lc_live_0000000000000000000000000000000000000000")]
    [InlineData("")]
    [InlineData("something-else")]
    public async Task A_wrong_key_is_told_so_and_nothing_is_stored(string token)
    {
        await using var app = await TestApp.Start();

        var refused = await app.Creates(Ann, headers: Bearer(token));

        Assert.Equal((401, "application/problem+json", "Unknown API key"), (refused.Status, refused.Type, refused["title"]));
        Assert.Equal(401, (await app.Asks("/api/forms/contact", Bearer(token))).Status);
        Assert.Equal(0, await app.Query(db => db.Leads.CountAsync()));
    }

    [Fact]
    public async Task A_revoked_key_is_refused_at_once()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        var token = await admin.MakesKey();
        Assert.Equal(201, (await app.Creates(Ann, headers: Bearer(token))).Status);

        await admin.Does(Here + "/1/revoke");

        Assert.Equal(401, (await app.Creates(Ann, headers: Bearer(token))).Status);
        Assert.Contains("Revoked", (await admin.Gets(Here)).Main.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await app.Query(db => db.Leads.CountAsync()));
    }

    [Fact]
    public async Task A_key_that_has_expired_is_refused()
    {
        await using var app = await TestApp.StartAtRest();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        var token = await admin.MakesKey(("expires", "30"));
        Assert.Equal(201, (await app.Creates(Ann, headers: Bearer(token))).Status);

        app.Clock!.Advance(TimeSpan.FromDays(31));

        Assert.Equal(401, (await app.Creates(Ann, headers: Bearer(token))).Status);
    }

    [Fact]
    public async Task A_key_for_some_forms_opens_no_other_and_none_of_their_leads()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        var booth = await app.Query(db => db.Set<LeadCapture.Forms.Form>().SingleAsync(form => form.Slug == "event-booth"));
        var token = await admin.MakesKey(("scope", "some"), ("forms", $"{booth.Id}"));
        var open = await app.Creates(Ann);

        var inside = await app.Creates(Ann, "event-booth", Bearer(token));
        var outside = await app.Creates(Ann, "contact", Bearer(token));

        Assert.Equal((201, 403, "Not for this API key"), (inside.Status, outside.Status, outside["title"]));
        Assert.Equal(403, (await app.Asks("/api/forms/contact", Bearer(token))).Status);
        Assert.Equal(403, (await app.Asks(open.Location!, Bearer(token))).Status);
        Assert.Equal(200, (await app.Asks(inside.Location!, Bearer(token))).Status);
        Assert.Equal(404, (await app.Creates(Ann, "no-such-form", Bearer(token))).Status);
        Assert.Equal(2, await app.Query(db => db.Leads.CountAsync()));
    }

    [Fact]
    public async Task A_key_has_its_own_limit_in_the_place_of_the_address()
    {
        // One of them is the admin's sign-in.
        await using var app = await TestApp.Start("RateLimits:PostsPerMinute=2");
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        var (few, many) = (await admin.MakesKey(("perMinute", "2")), await admin.MakesKey(("perMinute", "50")));

        List<int> statuses = [];
        foreach (var number in Enumerable.Range(0, 3))
            statuses.Add((await app.Creates($$"""{"email":"few-{{number}}@example.com"}""", headers: Bearer(few))).Status);
        using var refused = await app.Answers(HttpMethod.Post, "/api/forms/contact/leads", Ann, headers: Bearer(few));
        foreach (var number in Enumerable.Range(0, 5))
            statuses.Add((await app.Creates($$"""{"email":"many-{{number}}@example.com"}""", headers: Bearer(many))).Status);

        Assert.Equal([201, 201, 429, 201, 201, 201, 201, 201], statuses);
        Assert.Equal(60, refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds);
        Assert.Contains("This API key may send 2 leads per minute", (await Json.Of(refused))["detail"], StringComparison.Ordinal);
        // What came by keys was not counted against the address.
        Assert.Equal((201, 429), ((await app.Creates(Ann)).Status, (await app.Creates(Ann)).Status));
    }

    [Fact]
    public async Task An_idempotency_key_is_the_api_key_s_own()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        var (one, two) = (await admin.MakesKey(), await admin.MakesKey());
        const string Bob = """{"email":"bob@example.com"}""";

        var first = await app.Creates(Ann, headers: [Bearer(one), ("Idempotency-Key", "k-1")]);
        var again = await app.Creates(Ann, headers: [Bearer(one), ("Idempotency-Key", "k-1")]);
        var other = await app.Creates(Bob, headers: [Bearer(one), ("Idempotency-Key", "k-1")]);
        var another = await app.Creates(Bob, headers: [Bearer(two), ("Idempotency-Key", "k-1")]);
        var visitor = await app.Creates(Bob, headers: ("Idempotency-Key", "k-1"));
        var page = await app.Creates("""{"email":"carl@example.com","submissionId":"k-1"}""");

        Assert.Equal((201, 200, 422, 201, 201), (first.Status, again.Status, other.Status, another.Status, visitor.Status));
        Assert.Equal(first["leadId"], again["leadId"]);
        Assert.Equal(3, new[] { first["leadId"], another["leadId"], visitor["leadId"] }.Distinct().Count());
        Assert.Equal(201, page.Status);
    }

    [Fact]
    public async Task When_it_was_last_used_is_stored_once_a_minute_and_at_the_end()
    {
        var app = await TestApp.StartAtRest();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        var token = await admin.MakesKey();
        await app.Creates(Ann, headers: Bearer(token));
        Assert.Null(await LastUsed(app));

        app.Clock!.Advance(KeyUse.Pause);
        await TestApp.Eventually(async () => await LastUsed(app) is not null, "stored");
        var first = await LastUsed(app);
        await app.Creates(Ann, headers: Bearer(token));
        await using var next = await app.StartsAgain();

        Assert.True(await LastUsed(next) > first);
    }

    [Fact]
    public async Task A_browser_of_the_form_s_site_may_send_JSON_but_no_key()
    {
        await using var app = await TestApp.Start();
        await app.Publishes("contact", form => form with { Sites = ["https://www.example.com"] });

        using var request = new HttpRequestMessage(HttpMethod.Options, "/api/forms/contact/leads");
        request.Headers.Add("Origin", "https://www.example.com");
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type,idempotency-key");
        using var answer = await app.Visitor.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal("content-type,idempotency-key", answer.Headers.GetValues("Access-Control-Allow-Headers").Single());
    }

    [Theory]
    [InlineData("name", "", "Enter a name of up to 100 characters, such as the server that gets the key")]
    [InlineData("perMinute", "0", "Enter a number from 1 to 100,000")]
    [InlineData("perMinute", "many", "Enter a number from 1 to 100,000")]
    [InlineData("forms", "9999", "Choose at least one form")]
    [InlineData("expires", "-1", "Choose when it expires")]
    public async Task What_cannot_be_a_key_is_said_beside_it(string input, string value, string message)
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);

        var page = await admin.Posts(Here, ("scope", input == "forms" ? "some" : "all"), ("name", input == "name" ? value : "Shop"),
            ("perMinute", input == "perMinute" ? value : "600"), ("expires", input == "expires" ? value : ""),
            (input == "forms" ? "forms" : "unused", value));

        Assert.Equal([(input, message)], page.Summary);
        Assert.Equal(0, await app.Query(db => db.ApiKeys.CountAsync()));
    }

    private static (string, string) Bearer(string token) => ("Authorization", "Bearer " + token);

    private static Task<DateTime?> LastUsed(TestApp app) => app.Query(db => db.ApiKeys.AsNoTracking().Select(key => key.LastUsedAt).SingleAsync());
}
