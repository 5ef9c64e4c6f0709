using LeadCapture.Deliveries;
using LeadCapture.ReplyIo;
using LeadCapture.Sandbox;
using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Deliveries;

/// The process is killed, and the next one finds what it left.
public class CrashTests
{
    private const string Ann = "ann@example.com";
    private static readonly string[] Quick = ["Reply:InlineWait=00:00:00", "Reply:AttemptTimeout=00:00:03"];

    [Fact]
    public async Task A_lead_that_was_thanked_for_and_not_yet_sent_arrives_after_the_next_start()
    {
        var data = await Stopped();
        data.ReplyIo.State.Play(Scene.RateLimited, calls: 1, retryAfter: TimeSpan.FromSeconds(2));
        await using (var program = await TestProgram.Start(data, Quick))
        {
            await program.Submits(Ann);
            await TestApp.Eventually(() => Task.FromResult(data.ReplyIo.State.Received > 0), "sending is paused");
            await program.Submits("ben@example.com");
            await program.Dies();
        }

        await using var next = await TestApp.Start(new TestAppPlan { Continues = data, Settings = Quick });
        await TestApp.Eventually(() => next.AllAre(DeliveryState.Delivered), "both are delivered");

        Assert.True(next.ReplyIo.State.HasEachOnce([Ann, "ben@example.com"]));
    }

    [Theory]
    [InlineData(Scene.Slow, Cause.Found)]
    [InlineData(Scene.ServerError, Cause.NotFound)]
    public async Task A_call_that_was_under_way_is_looked_up_before_anything_is_repeated(Scene scene, Cause lookUp)
    {
        var data = await Stopped();
        // The sandbox does its work first (Slow stores the contact, ServerError does not) and answers after the process is dead.
        data.ReplyIo.State.Play(new(scene, Calls: 1, Delay: TimeSpan.FromMinutes(10)));
        await using (var program = await TestProgram.Start(data, Quick))
        {
            await program.Submits(Ann);
            await TestApp.Eventually(() => Task.FromResult(data.ReplyIo.State.Received == 1), "the call is under way");
            await program.Dies();
        }

        await using var next = await TestApp.Start(new TestAppPlan { Continues = data, Settings = Quick });
        await next.IsDelivered(Ann);

        var way = await next.AttemptsOf(Ann);
        Assert.Equal("The program stopped during this attempt.", way[0].Reason);
        Assert.Equal((AttemptKind.LookUp, lookUp), (way[1].Kind, way[1].Cause));
        Assert.Equal(1, next.ReplyIo.State.CreatesOf(Ann));
    }

    [Fact]
    public async Task A_program_that_is_asked_to_stop_ends_its_calls_and_records_them()
    {
        var data = await Stopped();
        data.ReplyIo.State.Play(new(Scene.Slow, Calls: 1, Delay: TimeSpan.FromSeconds(2)));
        await using (var program = await TestProgram.Start(data, "Reply:InlineWait=00:00:00"))
        {
            await program.Submits(Ann);
            await TestApp.Eventually(() => Task.FromResult(data.ReplyIo.State.Received == 1), "the call is under way");
            Assert.Equal(0, await program.IsAskedToStop());
        }

        await using var next = await TestApp.Start(new TestAppPlan { Continues = data });
        Assert.Equal(DeliveryState.Delivered, (await next.DeliveryOf(Ann)).State);
        Assert.Equal(Outcome.Accepted, Assert.Single(await next.AttemptsOf(Ann)).Outcome);
        Assert.Equal(1, next.ReplyIo.State.Received);
    }

    private static async Task<TestApp> Stopped()
    {
        var app = await TestApp.Start();
        await app.Stop();
        return app;
    }
}
