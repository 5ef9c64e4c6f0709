using System.Net;
using LeadCapture.ReplyIo;
using LeadCapture.Sandbox;
using LeadCapture.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace LeadCapture.Tests.Sandbox;

/// What can go wrong after a create, each alone, and as the client tells it.
public class FollowUpSceneTests
{
    private const int Ann = 1001;
    private static readonly ReplyIoClient Client = new();

    private static CancellationToken Never => TestContext.Current.CancellationToken;

    public static TheoryData<SceneReach> Steps => [SceneReach.Updates, SceneReach.Lists, SceneReach.Enrollments];

    [Theory]
    [InlineData(Scene.RateLimited, Outcome.NotNow, Cause.RateLimited)]
    [InlineData(Scene.ServerError, Outcome.Unknown, Cause.ServerError)]
    [InlineData(Scene.CutBefore, Outcome.Unknown, Cause.NoAnswer)]
    [InlineData(Scene.Html, Outcome.Unknown, Cause.NotAContact)]
    [InlineData(Scene.Redirected, Outcome.NotNow, Cause.ChannelFault)]
    [InlineData(Scene.Refuse, Outcome.Refused, Cause.Rejected)]
    public async Task A_scene_can_be_kept_to_each_step_and_does_nothing(Scene scene, Outcome outcome, Cause cause)
    {
        await using var sandbox = await EnrollmentTests.WithAnn();
        foreach (var step in Steps.Select(row => row.Data))
        {
            sandbox.State.Play(Scene.Normal);
            sandbox.State.Play(new(scene, Only: step));

            foreach (var other in Steps.Select(row => row.Data).Where(other => other != step))
                Assert.Equal(Outcome.Accepted, (await Takes(sandbox, other, list: 12, sequence: 400)).Outcome);
            var answer = await Takes(sandbox, step);

            Assert.Equal((outcome, cause), (answer.Outcome, answer.Cause));
            Assert.False(IsDone(sandbox, step));
        }
    }

    [Theory, MemberData(nameof(Steps))]
    public async Task A_lost_answer_leaves_the_step_done(SceneReach step)
    {
        await using var sandbox = await EnrollmentTests.WithAnn();
        sandbox.State.Play(new(Scene.CutAfter, Calls: 1, Only: step));
        sandbox.State.Play(new(Scene.CutShort, Calls: 1, Only: step));

        Assert.Equal((Outcome.Unknown, Cause.NoAnswer), await Meaning(sandbox, step));
        Assert.True(IsDone(sandbox, step));
        Assert.Equal((Outcome.Unknown, Cause.NotAContact), await Meaning(sandbox, step));
        Assert.Equal(Outcome.Accepted, (await Takes(sandbox, step)).Outcome);
        Assert.Equal(0, sandbox.State.DoubledEnrollments);
    }

    [Theory, MemberData(nameof(Steps))]
    public async Task A_late_step_is_done_when_its_caller_has_gone(SceneReach step)
    {
        var clock = new FakeTimeProvider();
        await using var sandbox = await SandboxClient.Start(SandboxClient.At(clock));
        await sandbox.Creates(SandboxClient.Ann);
        sandbox.State.Play(new(Scene.SlowCreate, Calls: 1, Only: step));
        using var gone = new CancellationTokenSource();
        var waiting = Takes(sandbox, step, aborted: gone.Token);
        await TestApp.Eventually(() => Task.FromResult(sandbox.State.AtWork == 1 && sandbox.State.Received == 2), "at work");

        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.False(IsDone(sandbox, step));

        clock.Advance(TimeSpan.FromSeconds(20));
        await TestApp.Eventually(() => Task.FromResult(sandbox.State.AtWork == 0), "done");
        Assert.True(IsDone(sandbox, step));
    }

    [Fact]
    public async Task A_key_without_the_permission_for_sequences_may_do_everything_else()
    {
        await using var sandbox = await SandboxClient.Start();
        sandbox.State.Play(new(Scene.NoScope, Only: SceneReach.Enrollments));

        Assert.Equal(HttpStatusCode.Created, (await sandbox.Creates(SandboxClient.Ann)).Status);
        Assert.Equal(Cause.Listed, (await Takes(sandbox, SceneReach.Lists)).Cause);
        var answer = await Takes(sandbox, SceneReach.Enrollments);

        Assert.Equal((Outcome.Refused, Cause.Rejected, "insufficient_scope"), (answer.Outcome, answer.Cause, answer.Code));
        Assert.Contains("sequences:operate", answer.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SceneReach.AsScene, null, "forbidden")]
    [InlineData(SceneReach.Enrollments, "contactLimitExceeded", "contactLimitExceeded")]
    [InlineData(SceneReach.Lists, "8", "8")]
    public async Task A_contact_alone_can_be_refused(SceneReach reach, string? error, string code)
    {
        await using var sandbox = await EnrollmentTests.WithAnn();
        sandbox.State.Play(new(Scene.NotProcessed, Field: error, Only: reach, OnlyEmail: "ann@example.com"));
        var step = reach == SceneReach.Lists ? reach : SceneReach.Enrollments;

        var answer = await Takes(sandbox, step);

        Assert.Equal((Outcome.Refused, Cause.Rejected, 200, code), (answer.Outcome, answer.Cause, answer.Status, answer.Code));
        Assert.False(IsDone(sandbox, step));
    }

    [Fact]
    public async Task The_client_meets_the_sandbox_with_either_version()
    {
        foreach (var version in (ApiVersion[])[ApiVersion.V4, ApiVersion.V3])
        {
            await using var sandbox = await EnrollmentTests.WithAnn();
            var connection = Connection(sandbox, version);

            Assert.Equal(Cause.Listed, (await Client.AddToList(11, Ann, connection, Never)).Cause);
            Assert.Equal(Cause.Enrolled, (await Client.Enroll(new(300) { StartStepId = 3002 }, Ann, connection, Never)).Cause);
            Assert.Equal(Cause.AlreadyEnrolled, (await Client.Enroll(new(300), Ann, connection, Never)).Cause);
            var updated = await Client.Update(Ann, new() { Company = "Acme", CustomFields = [new("budget", "7")] }, connection, Never);
            Assert.Equal((Cause.Updated, "Acme", "7"), (updated.Cause, updated.Contact?.Company, updated.Contact?.CustomFields?[0].Value));
            Assert.Equal([100, 300], updated.Contact?.Sequences?.Select(one => one.SequenceId));
            Assert.Equal([11], updated.Contact?.Lists?.Select(one => one.ListId));
            Assert.Equal(Cause.Unenrolled, (await Client.Unenroll(300, Ann, connection, Never)).Cause);
            Assert.Equal(Cause.Unenrolled, (await Client.Unenroll(300, Ann, connection, Never)).Cause);
            Assert.Equal("There is no such sequence.", (await Client.Enroll(new(999), Ann, connection, Never)).Reason);
            Assert.Equal(Cause.Rejected, (await Client.Update(9999, new() { Company = "Acme" }, connection, Never)).Cause);
            Assert.Equal((5, 3), ((await Client.Sequences(connection, Never)).Items.Count, (await Client.Lists(connection, Never)).Items.Count));
        }
    }

    private static Task<ReplyIoResult> Takes(
        SandboxClient sandbox, SceneReach step, int list = 11, int sequence = 300, CancellationToken? aborted = null) => step switch
        {
            SceneReach.Updates => Client.Update(Ann, new() { Company = $"Acme {list}" }, Connection(sandbox), aborted ?? Never),
            SceneReach.Lists => Client.AddToList(list, Ann, Connection(sandbox), aborted ?? Never),
            _ => Client.Enroll(new(sequence), Ann, Connection(sandbox), aborted ?? Never),
        };

    private static async Task<(Outcome, Cause)> Meaning(SandboxClient sandbox, SceneReach step) =>
        await Takes(sandbox, step) is var answer ? (answer.Outcome, answer.Cause) : default;

    private static bool IsDone(SandboxClient sandbox, SceneReach step) => step switch
    {
        SceneReach.Updates => sandbox.State.Contacts[0].Json.Contains("Acme 11", StringComparison.Ordinal),
        SceneReach.Lists => sandbox.State.ListsOf("ann@example.com").Contains(11),
        _ => sandbox.State.EnrolledTimes("ann@example.com", 300) > 0,
    };

    private static ReplyIoConnection Connection(SandboxClient sandbox, ApiVersion version = ApiVersion.V4) =>
        new(sandbox.Http.BaseAddress!, version, AuthorizationScheme.XApiKey, "a-key");
}
