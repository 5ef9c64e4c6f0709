using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Time.Testing;

namespace LeadCapture.Tests.Sandbox;

public class AccessTests
{
    [Fact]
    public async Task A_call_without_a_key_is_refused()
    {
        await using var sandbox = await SandboxClient.Start();
        sandbox.Http.DefaultRequestHeaders.Clear();

        Assert.Equal(HttpStatusCode.Unauthorized, (await sandbox.Creates(SandboxClient.Ann)).Status);
        Assert.Empty(sandbox.State.Contacts);
    }

    [Fact]
    public async Task A_bearer_key_is_as_good()
    {
        await using var sandbox = await SandboxClient.Start(new() { ApiKey = "right" });
        sandbox.Http.DefaultRequestHeaders.Clear();
        sandbox.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "right");

        Assert.Equal(HttpStatusCode.OK, (await sandbox.Gets("/v3/whoami")).Status);
    }

    [Fact]
    public async Task The_accepted_key_can_be_replaced()
    {
        await using var sandbox = await SandboxClient.Start(new() { ApiKey = "another" });

        Assert.Equal(HttpStatusCode.Unauthorized, (await sandbox.Gets("/v3/whoami")).Status);
        sandbox.State.AcceptKey("a-key");
        Assert.Equal(HttpStatusCode.OK, (await sandbox.Gets("/v3/whoami")).Status);
    }

    [Fact]
    public async Task A_received_call_is_kept_without_its_key()
    {
        await using var sandbox = await SandboxClient.Start(new() { KeepCalls = 2 });
        await sandbox.Gets("/v3/whoami");
        await sandbox.Creates("""{"email":"bob@example.com"}""");

        await sandbox.Creates(SandboxClient.Ann);

        Assert.Equal(2, sandbox.State.Calls.Count);
        Assert.Equal(3, sandbox.State.Received);
        var call = sandbox.State.Calls[^1];
        Assert.Equal(("POST", "/v4/contacts", 1002, 201, "ann@example.com"),
            (call.Method, call.Path, call.ContactId, call.Status, call.Contact));
        Assert.Equal(SandboxClient.Ann, call.Body);
        Assert.Equal("(hidden)", call.Headers["x-api-key"]);
    }

    [Fact]
    public async Task Calls_over_the_limit_of_any_minute_are_refused()
    {
        var clock = new FakeTimeProvider();
        await using var sandbox = await SandboxClient.Start(SandboxClient.At(clock) with { RequestsPerMinute = 2 });
        await sandbox.Gets("/v3/whoami");
        clock.Advance(TimeSpan.FromSeconds(20));
        await sandbox.Gets("/v3/whoami");

        clock.Advance(TimeSpan.FromSeconds(39.5));
        var refused = await sandbox.Gets("/v3/whoami");
        clock.Advance(TimeSpan.FromSeconds(0.5));
        var admitted = await sandbox.Gets("/v3/whoami");
        var again = await sandbox.Gets("/v3/whoami");

        Assert.Equal((HttpStatusCode.TooManyRequests, "1"), (refused.Status, refused.RetryAfter));
        Assert.Equal(HttpStatusCode.OK, admitted.Status);
        Assert.Equal((HttpStatusCode.TooManyRequests, "20"), (again.Status, again.RetryAfter));
    }
}
