using LeadCapture.Admin.Runs;
using LeadCapture.Deliveries;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Admin;

/// A run outlives the program, and is worked once by however many.
public class RunNodeTests
{
    private static readonly string[] NoLimit = ["Reply:RequestsPerMinute=0", "Reply:RequestsPerHour=0"];
    private static readonly string[] Quick = [.. NoLimit, "Reply:AttemptTimeout=00:00:03"];

    [Fact]
    public async Task A_run_goes_on_after_a_restart_and_sends_nothing_twice()
    {
        var first = await TestApp.Start(new TestAppPlan { Settings = NoLimit, OwnsData = false });
        await first.Crowd(300);
        string path;
        using (var browser = await AdminBrowser.SignedIn(first, Role.Operator))
            path = await browser.OrdersAll(RunOrder.Resubmit, DeliveryState.NeedsAttention);
        await TestApp.Eventually(async () => (await first.RunOf(path)).Succeeded > 5, "under way");
        await first.DisposeAsync();

        await using var second = await TestApp.Start(new TestAppPlan { Settings = NoLimit, Continues = first });
        var run = await second.Reaches(path, RunState.Done);

        Assert.Equal((300, 300), (run.Members, run.Succeeded));
        Assert.True(second.ReplyIo.State.HasEachOnce(ClockSteps.People(300, "crowd")));
    }

    [Fact]
    public async Task A_run_goes_on_after_the_program_was_killed_and_sends_nothing_twice()
    {
        var data = await TestApp.Start(NoLimit);
        await data.Crowd(300);
        string path;
        using (var browser = await AdminBrowser.SignedIn(data, Role.Operator))
            path = await browser.OrdersAll(RunOrder.Resubmit, DeliveryState.NeedsAttention);
        await data.Stop();
        await using (var program = await TestProgram.Start(data, Quick))
        {
            await TestApp.Eventually(() => Task.FromResult(data.ReplyIo.State.Received > 50), "under way");
            await program.Dies();
        }

        await using var next = await TestApp.Start(new TestAppPlan { Settings = Quick, Continues = data });
        var run = await next.Reaches(path, RunState.Done);

        Assert.Equal((300, 300, 0), (run.Members, run.Succeeded, run.Skipped));
        Assert.True(next.ReplyIo.State.HasEachOnce(ClockSteps.People(300, "crowd")));
    }

    [Fact]
    public async Task Two_nodes_share_a_run_and_send_nothing_twice()
    {
        // SQLite is for one program alone.
        if (!TestApp.OnPostgreSql)
            return;
        await using var one = await TestApp.Start(new TestAppPlan { Settings = NoLimit });
        await using var other = await TestApp.Start(new TestAppPlan { Settings = NoLimit, Continues = one, OwnsData = false });
        await one.Crowd(300);
        using var browser = await AdminBrowser.SignedIn(one, Role.Operator);

        var path = await browser.OrdersAll(RunOrder.Resubmit, DeliveryState.NeedsAttention);
        var run = await other.Reaches(path, RunState.Done);

        Assert.Equal((300, 300), (run.Members, run.Succeeded));
        Assert.True(one.ReplyIo.State.HasEachOnce(ClockSteps.People(300, "crowd")));
    }
}
