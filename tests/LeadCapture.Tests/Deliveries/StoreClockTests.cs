using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.Sandbox;
using LeadCapture.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LeadCapture.Tests.Deliveries;

/// A node whose clock is wrong.
public class StoreClockTests
{
    private static readonly string[] Quick =
        ["Reply:InlineWait=00:00:00", "Reply:AttemptTimeout=00:00:10", "Reply:RequestsPerMinute=0", "Reply:RequestsPerHour=0"];

    [Theory]
    [InlineData(60)]
    [InlineData(-60)]
    public async Task A_node_with_a_wrong_clock_takes_nothing_that_another_one_holds(int seconds)
    {
        // With SQLite there is one node, and its clock is the only one.
        if (!TestApp.OnPostgreSql)
            return;
        await using var right = await TestApp.Start(Quick);
        await using var wrong = await TestApp.Start(Wrong(seconds) with { Continues = right, OwnsData = false, Settings = Quick });
        right.ReplyIo.State.Play(new(Scene.Slow, Delay: TimeSpan.FromSeconds(2)));
        var people = ClockSteps.People(16).ToList();

        await Task.WhenAll(people.Select((email, place) => (place % 2 == 0 ? right : wrong).Submits(email)));
        await TestApp.Eventually(() => right.AllAre(DeliveryState.Delivered), "all are delivered");

        Assert.True(right.ReplyIo.State.HasEachOnce(people));
        Assert.Equal(16, right.ReplyIo.State.Received);
    }

    [Fact]
    public async Task A_node_with_a_wrong_clock_says_so_in_log_dashboard_and_metrics()
    {
        await using var app = await TestApp.Start(Wrong(60));
        using var admin = await AdminBrowser.SignedIn(app);

        var (dashboard, metrics) = (await admin.Gets("/admin"), await app.Reads("/metrics"));
        var offset = metrics.Split('\n').Single(line => line.StartsWith("leadcapture_clock_offset_seconds", StringComparison.Ordinal));
        var log = await app.EndsWithLog();

        Assert.Equal(TestApp.OnPostgreSql, dashboard.Source.Contains("ahead of the database", StringComparison.Ordinal));
        Assert.Equal(TestApp.OnPostgreSql ? 60 : 0, double.Parse(offset.Split(' ')[1], null), tolerance: 3);
        Assert.Equal(TestApp.OnPostgreSql, log.Any(line => line.Contains("The clock of this server is", StringComparison.Ordinal)));
    }

    private static TestAppPlan Wrong(int seconds) => new()
    {
        Configure = builder => builder.Services.AddSingleton(new MachineClock(new SetClock { Ahead = TimeSpan.FromSeconds(seconds) })),
    };
}
