using LeadCapture.Deliveries;
using LeadCapture.ReplyIo;
using LeadCapture.Sandbox;
using LeadCapture.Tests.ReplyIo;
using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Deliveries;

/// Nothing was sent: the lead waits, and is sent without being looked up.
public class NotReachedTests
{
    private const string Ann = "ann@example.com";

    [Fact]
    public async Task A_lead_is_delivered_when_Reply_io_is_back()
    {
        var port = CannedServer.FreePort();
        await using var app = await TestApp.Start($"Reply:BaseUrl=http://127.0.0.1:{port}", "Reply:InlineWait=00:00:00");
        await app.Submits(Ann);
        await TestApp.Eventually(async () => (await app.DeliveryOf(Ann)).Failures >= 2, "two tries failed");

        await using var back = await SandboxServer.Start(new() { Port = port }, TestContext.Current.CancellationToken);
        await app.IsDelivered(Ann);

        Assert.Equal(1, back.State.CreatesOf(Ann));
        Assert.Equal(1, back.State.Received);
    }

    [Theory]
    [InlineData("http://127.0.0.1:{port}", "no connection")]
    [InlineData("http://nobody.invalid", "Nothing was sent: Reply.io's host name was not found.")]
    [InlineData("https://127.0.0.1:{sandbox}", "no secure connection")]
    public async Task A_lead_that_could_not_be_sent_waits(string address, string reason)
    {
        await using var sandbox = await SandboxServer.Start(ct: TestContext.Current.CancellationToken);
        using var nobody = new ClosedPort();
        address = address.Replace("{port}", nobody.Number.ToString("D", null), StringComparison.Ordinal)
            .Replace("{sandbox}", sandbox.Address.Port.ToString("D", null), StringComparison.Ordinal);
        await using var app = await TestApp.StartAtRest("Reply:BaseUrl=" + address);

        await app.SubmitsInTurn(Ann);

        var delivery = await app.DeliveryOf(Ann);
        Assert.Equal((DeliveryState.Waiting, Cause.NotReached), (delivery.State, delivery.Cause));
        Assert.Contains(reason, delivery.Reason, StringComparison.Ordinal);
        Assert.Equal(Outcome.NotNow, (await app.AttemptsOf(Ann))[0].Outcome);
    }

    [Fact]
    public async Task The_wait_grows_with_every_try_and_ends_at_four_hours()
    {
        using var nobody = new ClosedPort();
        await using var app = await TestApp.StartAtRest(
            $"Reply:BaseUrl=http://127.0.0.1:{nobody.Number}", "Reply:RetryBaseDelay=00:00:05");
        await app.SubmitsInTurn(Ann);

        var seconds = new List<double>();
        for (var attempt = 1; attempt <= 9; attempt++)
        {
            var wait = (await app.DeliveryOf(Ann)).DueAt!.Value - app.Clock!.GetUtcNow().UtcDateTime;
            seconds.Add(wait.TotalSeconds);
            await app.Passes(wait + TimeSpan.FromMilliseconds(1));
        }

        int[] expected = [5, 15, 60, 300, 1200, 3600, 7200, 14400, 14400];
        Assert.All(seconds.Zip(expected), wait => Assert.InRange(wait.First, wait.Second * 0.79, wait.Second * 1.21));
        Assert.Equal(10, (await app.AttemptsOf(Ann)).Count);
    }
}
