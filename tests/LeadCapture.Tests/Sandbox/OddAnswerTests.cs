using System.Net;
using System.Text.Json.Nodes;
using LeadCapture.Sandbox;
using Microsoft.Extensions.Time.Testing;

namespace LeadCapture.Tests.Sandbox;

public class OddAnswerTests
{
    private const string Ann = """
        {"email":"ann@example.com","linkedInUrl":"https://www.linkedin.com/in/ann","firstName":"Ann"}
        """;

    [Theory]
    [InlineData(Scene.OtherPerson, 0)]
    [InlineData(Scene.OtherPersonStored, 1)]
    public async Task A_create_can_answer_about_another_person(Scene scene, int stored)
    {
        await using var sandbox = await SandboxClient.Start();
        sandbox.State.Play(scene);

        var reply = await sandbox.Creates(Ann);

        Assert.Equal((HttpStatusCode.Created, "someone.else@example.com"), (reply.Status, (string?)reply.Json["email"]));
        Assert.Equal(stored, sandbox.State.CreatesOf("ann@example.com"));
        Assert.Equal(stored == 1 ? 1001 : null, sandbox.State.Calls[0].ContactId);
    }

    [Fact]
    public async Task A_create_can_leave_out_whom_it_is_about()
    {
        await using var sandbox = await SandboxClient.Start();
        sandbox.State.Play(Scene.Anonymous);

        var reply = await sandbox.Creates(Ann);

        Assert.Equal((HttpStatusCode.Created, 1001, "Ann"),
            (reply.Status, (int?)reply.Json["id"], (string?)reply.Json["firstName"]));
        Assert.Null(reply.Json["email"]);
        Assert.Null(reply.Json["linkedInUrl"]);
        Assert.Null(reply.Json["domain"]);
        Assert.Equal("ann@example.com", Assert.Single(sandbox.State.Contacts).Email);
    }

    [Theory]
    [InlineData(Garbling.Nul, @"""domain"":""example.com\u0000""", @"""detail"":""was refused by the sandbox\u0000""")]
    [InlineData(Garbling.HalfPair, @"""domain"":""example.com\uD83D""", @"""detail"":""was refused by the sandbox\uD83D""")]
    public async Task An_answer_can_have_texts_that_are_hard_to_store(Garbling texts, string contact, string detail)
    {
        await using var sandbox = await SandboxClient.Start();
        sandbox.State.Play(new ScenePlan(Scene.Normal, Garbled: texts, Only: SceneReach.Creates, Calls: 1));
        sandbox.State.Play(new ScenePlan(Scene.Refuse, Garbled: texts));

        var created = await sandbox.Creates(Ann);
        var refused = await sandbox.Creates(Ann);

        Assert.Contains(contact, created.Text, StringComparison.Ordinal);
        Assert.Equal("ann@example.com", (string?)JsonNode.Parse(created.Text)!["email"]);
        Assert.Contains(detail, refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_can_have_a_bare_zero_byte()
    {
        await using var sandbox = await SandboxClient.Start();
        sandbox.State.Play(new ScenePlan(Scene.Html, Garbled: Garbling.Nul));

        Assert.EndsWith("</html>\0", (await sandbox.Creates(Ann)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dates_are_those_of_its_own_clock()
    {
        var noon = new FakeTimeProvider(new(2026, 3, 8, 12, 0, 0, TimeSpan.Zero));
        await using var sandbox = await SandboxClient.Start(
            SandboxClient.At(noon) with { ClockOffset = TimeSpan.FromSeconds(-90) });

        using var response = await sandbox.Http.GetAsync("/v3/whoami", TestContext.Current.CancellationToken);
        var reply = await sandbox.Creates(Ann);
        sandbox.State.ClockOffset = TimeSpan.FromHours(1);
        await sandbox.Gets("/v3/whoami");

        Assert.Equal("Sun, 08 Mar 2026 11:58:30 GMT", response.Headers.NonValidated["Date"].ToString());
        Assert.Equal("2026-03-08T11:58:30+00:00", (string?)reply.Json["addingDate"]);
        Assert.All(sandbox.State.Calls, call => Assert.Equal(noon.GetUtcNow(), call.At));
    }

    [Fact]
    public async Task An_outage_can_say_when_to_come_back()
    {
        await using var sandbox = await SandboxClient.Start();
        sandbox.State.Play(Scene.Unavailable, calls: 1, retryAfter: TimeSpan.FromSeconds(int.MaxValue));
        sandbox.State.Play(Scene.Unavailable, calls: 1);
        sandbox.State.Play(Scene.RateLimited, calls: 1, retryAfter: TimeSpan.FromSeconds(int.MaxValue));

        Assert.Equal("2147483647", (await sandbox.Creates(Ann)).RetryAfter);
        Assert.Null((await sandbox.Creates(Ann)).RetryAfter);
        Assert.Equal("2147483647", (await sandbox.Creates(Ann)).RetryAfter);
    }
}
