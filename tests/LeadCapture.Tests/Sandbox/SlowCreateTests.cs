using System.Net;
using LeadCapture.Sandbox;
using LeadCapture.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace LeadCapture.Tests.Sandbox;

public class SlowCreateTests
{
    private const string Filter = """{"searchTerm":"ann@example.com"}""";

    private readonly FakeTimeProvider clock = new();

    [Fact]
    public async Task A_contact_appears_although_its_caller_has_left()
    {
        await using var sandbox = await SandboxClient.Start(SandboxClient.At(clock));
        sandbox.State.Play(Scene.SlowCreate, calls: 1, delay: TimeSpan.FromSeconds(26));
        await Leaves(sandbox);

        clock.Advance(TimeSpan.FromSeconds(25));
        var before = await sandbox.Posts("/v4/contacts/filter", Filter);
        clock.Advance(TimeSpan.FromSeconds(1));
        await TestApp.Eventually(() => Task.FromResult(sandbox.State.Contacts.Count == 1), "created");

        Assert.Empty(before.Json["items"]!.AsArray());
        Assert.Single((await sandbox.Posts("/v4/contacts/filter", Filter)).Json["items"]!.AsArray());
    }

    [Fact]
    public async Task What_came_of_it_is_told_once_it_is_done()
    {
        await using var sandbox = await SandboxClient.Start(SandboxClient.At(clock));
        sandbox.State.Play(Scene.SlowCreate);
        await Leaves(sandbox);
        var atWork = Assert.Single(sandbox.State.Calls);
        Assert.Equal(1, sandbox.State.AtWork);

        clock.Advance(TimeSpan.FromSeconds(20));
        await TestApp.Eventually(() => Task.FromResult(sandbox.State.AtWork == 0), "done");

        Assert.Equal((0, null, null), (atWork.Status, atWork.ContactId, atWork.DoneAt));
        var done = Assert.Single(sandbox.State.Calls);
        Assert.Equal((201, 1001, atWork.At, atWork.At.AddSeconds(20)), (done.Status, done.ContactId, done.At, done.DoneAt));
        Assert.Equal((1, 0), (sandbox.State.CreatesOf("ann@example.com"), sandbox.State.AtWork));
    }

    [Fact]
    public async Task Whoever_waits_is_answered()
    {
        await using var sandbox = await SandboxClient.Start(SandboxClient.At(clock));
        sandbox.State.Play(Scene.SlowCreate);

        var reply = sandbox.Creates(SandboxClient.Ann);
        await Arrives(sandbox);
        clock.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal(HttpStatusCode.Created, (await reply).Status);
    }

    [Fact]
    public async Task What_was_forgotten_is_not_done_any_more()
    {
        await using var sandbox = await SandboxClient.Start(SandboxClient.At(clock));
        sandbox.State.Play(Scene.SlowCreate);
        var reply = sandbox.Creates(SandboxClient.Ann);
        await Arrives(sandbox);

        sandbox.State.Reset();
        clock.Advance(TimeSpan.FromSeconds(20));

        await Assert.ThrowsAsync<HttpRequestException>(() => reply);
        Assert.Empty(sandbox.State.Contacts);
    }

    private static Task Arrives(SandboxClient sandbox) =>
        TestApp.Eventually(() => Task.FromResult(sandbox.State.Calls.Count == 1), "the call has arrived");

    private static async Task Leaves(SandboxClient sandbox)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var content = new StringContent(SandboxClient.Ann, System.Text.Encoding.UTF8, "application/json");
        var reply = sandbox.Http.PostAsync("/v4/contacts", content, patience.Token);
        await Arrives(sandbox);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reply);
    }
}
