using System.Net;
using LeadCapture.Sandbox;
using Microsoft.Extensions.Time.Testing;

namespace LeadCapture.Tests.Sandbox;

public class SceneTests
{
    private const string Filter = """{"searchTerm":"ann@example.com"}""";

    [Theory]
    [InlineData(Scene.RateLimited, HttpStatusCode.TooManyRequests)]
    [InlineData(Scene.RateLimitedUntil, HttpStatusCode.TooManyRequests)]
    [InlineData(Scene.ServerError, HttpStatusCode.InternalServerError)]
    [InlineData(Scene.Unavailable, HttpStatusCode.ServiceUnavailable)]
    [InlineData(Scene.BadKey, HttpStatusCode.Unauthorized)]
    [InlineData(Scene.Html, HttpStatusCode.OK)]
    [InlineData(Scene.Misrouted, HttpStatusCode.NotFound)]
    [InlineData(Scene.Redirected, HttpStatusCode.Redirect)]
    public async Task An_outage_hits_every_call_and_stores_nothing(Scene scene, HttpStatusCode status)
    {
        await using var sandbox = await SandboxClient.Start();
        sandbox.State.Play(scene);

        Assert.Equal(status, (await sandbox.Creates(SandboxClient.Ann)).Status);
        Assert.Equal(status, (await sandbox.Posts("/v4/contacts/filter", Filter)).Status);
        Assert.Empty(sandbox.State.Contacts);
    }

    [Fact]
    public async Task A_rate_limit_says_when_to_come_back()
    {
        var clock = new FakeTimeProvider(new(2026, 3, 8, 12, 0, 0, TimeSpan.Zero));
        await using var sandbox = await SandboxClient.Start(SandboxClient.At(clock));
        sandbox.State.Play(Scene.RateLimited, calls: 1, retryAfter: TimeSpan.FromSeconds(7));
        sandbox.State.Play(Scene.RateLimitedUntil, calls: 1, retryAfter: TimeSpan.FromSeconds(30));

        Assert.Equal("7", (await sandbox.Creates(SandboxClient.Ann)).RetryAfter);
        Assert.Equal("Sun, 08 Mar 2026 12:00:30 GMT", (await sandbox.Creates(SandboxClient.Ann)).RetryAfter);
    }

    [Fact]
    public async Task A_login_page_is_no_JSON()
    {
        await using var sandbox = await SandboxClient.Start();
        sandbox.State.Play(Scene.Html);

        Assert.Equal("text/html", (await sandbox.Creates(SandboxClient.Ann)).Type);
    }

    [Fact]
    public async Task An_error_can_come_without_a_body()
    {
        await using var sandbox = await SandboxClient.Start();
        sandbox.State.Play(new ScenePlan(Scene.BadKey, Bare: true));

        var reply = await sandbox.Creates(SandboxClient.Ann);

        Assert.Equal((HttpStatusCode.Unauthorized, "", null), (reply.Status, reply.Text, reply.Type));
    }

    [Fact]
    public async Task A_slow_answer_waits_after_the_work_is_done()
    {
        var clock = new FakeTimeProvider();
        await using var sandbox = await SandboxClient.Start(SandboxClient.At(clock));
        sandbox.State.Play(Scene.Slow);

        var reply = sandbox.Creates(SandboxClient.Ann);
        while (!reply.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal(HttpStatusCode.Created, (await reply).Status);
        Assert.True(clock.GetUtcNow() - sandbox.State.Calls[0].At >= TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData(Scene.CutBefore, 0)]
    [InlineData(Scene.CutAfter, 1)]
    public async Task A_cut_connection_answers_nothing(Scene scene, int stored)
    {
        await using var sandbox = await SandboxClient.Start();
        sandbox.State.Play(scene);

        await Assert.ThrowsAsync<HttpRequestException>(() => sandbox.Creates(SandboxClient.Ann));

        Assert.Equal(stored, sandbox.State.CreatesOf("ann@example.com"));
        Assert.Equal(0, sandbox.State.Calls[0].Status);
        Assert.Equal(HttpStatusCode.OK, (await sandbox.Posts("/v4/contacts/filter", Filter)).Status);
    }

    [Fact]
    public async Task An_answer_cut_short_has_a_status_and_half_a_body()
    {
        await using var sandbox = await SandboxClient.Start();
        sandbox.State.Play(Scene.CutShort);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v4/contacts") { Content = Json() };

        using var response = await sandbox.Http.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        await Assert.ThrowsAsync<HttpRequestException>(() =>
            response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(1, sandbox.State.CreatesOf("ann@example.com"));
    }

    [Theory]
    [InlineData(null, "/email")]
    [InlineData("phone", "/phone")]
    [InlineData("/customFields/0/value", "/customFields/0/value")]
    public async Task A_refusal_names_the_field(string? field, string wrong)
    {
        await using var sandbox = await SandboxClient.Start();
        sandbox.State.Play(new ScenePlan(Scene.Refuse, Field: field));

        var reply = await sandbox.Creates(SandboxClient.Ann);

        Assert.Equal((HttpStatusCode.BadRequest, wrong), (reply.Status, reply.Pointer));
        Assert.Empty(sandbox.State.Contacts);
    }

    [Fact]
    public async Task Custom_fields_and_company_can_get_lost()
    {
        await using var sandbox = await SandboxClient.Start();
        const string ann =
            """{"email":"ann@example.com","company":"Acme","customFields":[{"key":"leadSource","value":"Fair"}]}""";
        sandbox.State.Play(Scene.DropCustomFields, calls: 1);
        sandbox.State.Play(Scene.IgnoreCompany, calls: 1);

        var withoutFields = await sandbox.Creates(ann);
        var withoutCompany = await sandbox.Creates(ann.Replace("ann@", "bob@", StringComparison.Ordinal));

        Assert.Empty(withoutFields.Json["customFields"]!.AsArray());
        Assert.Equal("Acme", (string?)withoutFields.Json["company"]);
        Assert.Single(withoutCompany.Json["customFields"]!.AsArray());
        Assert.Null(withoutCompany.Json["company"]);
    }

    [Fact]
    public async Task A_look_up_that_is_not_offered_is_not_found()
    {
        await using var sandbox = await SandboxClient.Start();
        sandbox.State.Play(Scene.NoLookUp);

        Assert.Equal(HttpStatusCode.Created, (await sandbox.Creates(SandboxClient.Ann)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.Posts("/v4/contacts/filter", Filter)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.Gets("/v3/contacts?email=ann@example.com")).Status);
        Assert.Equal(HttpStatusCode.OK, (await sandbox.Gets("/v4/contacts/1001")).Status);
    }

    private static StringContent Json() => new(SandboxClient.Ann, System.Text.Encoding.UTF8, "application/json");
}
