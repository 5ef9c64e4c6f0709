using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.ReplyIo;
using LeadCapture.Tests.ReplyIo;
using LeadCapture.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace LeadCapture.Tests.Deliveries;

/// Our key is at fault, not the leads.
public class KeyRefusedTests
{
    private static readonly TestAppPlan WrongKey = new() { ApiKey = "old-key", SandboxKey = "new-key" };

    [Fact]
    public async Task No_other_lead_is_sent_and_one_lead_a_minute_tries_whether_the_key_works()
    {
        await using var app = await TestApp.Start(WrongKey with { Clock = new(DateTimeOffset.UtcNow) });

        await app.SubmitsInTurn("ann@example.com", "ben@example.com", "cid@example.com");
        Assert.Equal(1, app.ReplyIo.State.Received);
        Assert.True(await app.AllAre(DeliveryState.Waiting));
        Assert.Equal(GateReason.KeyRefused, (await app.Gate()).Reason);

        await app.Passes(TimeSpan.FromSeconds(59));
        Assert.Equal(1, app.ReplyIo.State.Received);

        await app.Passes(TimeSpan.FromSeconds(1));
        Assert.Equal(2, app.ReplyIo.State.Received);

        await app.Passes(TimeSpan.FromSeconds(60));
        Assert.Equal(3, app.ReplyIo.State.Received);
    }

    [Fact]
    public async Task Sending_goes_on_by_itself_when_the_key_works()
    {
        await using var app = await TestApp.Start(WrongKey with { Clock = new(DateTimeOffset.UtcNow) });
        string[] people = ["ann@example.com", "ben@example.com", "cid@example.com"];
        await app.SubmitsInTurn(people);

        app.ReplyIo.State.AcceptKey("old-key");
        await app.Passes(TimeSpan.FromMinutes(1));

        Assert.True(await app.AllAre(DeliveryState.Delivered));
        Assert.True(app.ReplyIo.State.HasEachOnce(people));
        Assert.True((await app.Gate()).IsOpen);
    }

    [Fact]
    public async Task Leads_wait_for_a_key_as_long_as_it_takes()
    {
        await using var app = await TestApp.Start(WrongKey with { Clock = new(DateTimeOffset.UtcNow) });
        await app.SubmitsInTurn("ann@example.com");

        await app.Passes(TimeSpan.FromDays(10));
        Assert.True(await app.AllAre(DeliveryState.Waiting));

        app.ReplyIo.State.AcceptKey("old-key");
        await app.Passes(TimeSpan.FromMinutes(1));
        Assert.True(await app.AllAre(DeliveryState.Delivered));
    }

    [Fact]
    public async Task The_log_raises_one_alarm_and_says_when_it_is_over()
    {
        await using var app = await TestApp.Start(WrongKey with { Clock = new(DateTimeOffset.UtcNow) });
        await app.SubmitsInTurn("ann@example.com", "ben@example.com");
        await app.Passes(TimeSpan.FromMinutes(1));
        await app.Passes(TimeSpan.FromMinutes(1));

        app.ReplyIo.State.AcceptKey("old-key");
        await app.Passes(TimeSpan.FromMinutes(1));

        var log = await app.EndsWithLog();
        var alarm = Assert.Single(log, line => line.Contains("[ERR]", StringComparison.Ordinal));
        Assert.Contains("Sending paused:", alarm, StringComparison.Ordinal);
        Assert.DoesNotContain("old-key", alarm, StringComparison.Ordinal);
        Assert.Single(log, line => line.Contains("Sending resumed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_start_tries_at_once()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var first = await TestApp.Start(WrongKey with { Clock = clock });
        await first.SubmitsInTurn("ann@example.com", "ben@example.com");
        await first.Stop();

        await using var second = await TestApp.Start(new TestAppPlan { ApiKey = "new-key", Clock = clock, Continues = first });
        // No time passes: the others follow as soon as the first has shown that the key works.
        await TestApp.Eventually(() => second.AllAre(DeliveryState.Delivered), "all are delivered");

        Assert.Equal(3, second.ReplyIo.State.Received);
    }

    [Fact]
    public async Task A_hundred_leads_that_waited_while_the_key_was_replaced_arrive_once_each()
    {
        var first = await TestApp.Start(WrongKey with { Settings = ["Reply:InlineWait=00:00:00"] });
        var people = ClockSteps.People(100).ToList();
        await Task.WhenAll(people.Select(email => first.Submits(email)));
        await first.Services.GetRequiredService<SecretBox>().Write(SecretBox.ReplyApiKey, "new-key");
        await first.Stop();
        Assert.Equal(0, first.ReplyIo.State.Created);

        await using var second = await TestApp.Start(
            WrongKey with { Settings = ["Reply:RequestsPerMinute=0"], Continues = first });
        await TestApp.Eventually(() => second.AllAre(DeliveryState.Delivered), "all are delivered");

        Assert.True(second.ReplyIo.State.HasEachOnce(people));
    }

    [Fact]
    public async Task A_key_that_may_not_do_it_is_refused_like_a_wrong_one()
    {
        await using var forbidding = await CannedServer.Answering(403, """{"title":"Forbidden"}""");
        await using var app = await TestApp.StartAtRest($"Reply:BaseUrl={forbidding.Url}");

        await app.SubmitsInTurn("ann@example.com", "ben@example.com");

        Assert.Single(forbidding.Requests);
        Assert.True(await app.AllAre(DeliveryState.Waiting));
        Assert.Equal(Cause.KeyRefused, (await app.DeliveryOf("ann@example.com")).Cause);
        Assert.Equal(GateReason.KeyRefused, (await app.Gate()).Reason);
    }
}
