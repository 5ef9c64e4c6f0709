using System.Net;
using System.Net.Sockets;
using LeadCapture.ReplyIo;
using LeadCapture.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace LeadCapture.Tests.ReplyIo;

public class ConnectionTests
{
    private static readonly NewContact Ann = new() { Email = "ann@example.com" };
    private static CancellationToken Never => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_refused_connection_sent_nothing()
    {
        using var nobody = new ClosedPort();
        var answer = await new ReplyIoClient().Create(Ann, At($"http://127.0.0.1:{nobody.Number}"), Never);

        NotReached(answer);
    }

    [Fact]
    public async Task An_unknown_name_sent_nothing()
    {
        var answer = await new ReplyIoClient().Create(Ann, At("http://no-such-host.invalid"), Never);

        NotReached(answer);
    }

    [Fact]
    public async Task A_failed_tls_handshake_sent_nothing()
    {
        await using var server = await CannedServer.Answering(200, CannedServer.Contact);

        var answer = await new ReplyIoClient().Create(Ann, At($"https://127.0.0.1:{server.Url.Port}"), Never);

        NotReached(answer);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_connection_that_is_not_ready_in_time_sent_nothing()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var client = new ReplyIoClient(new ReplyIoClientOptions { ConnectTimeout = TimeSpan.FromMilliseconds(50) });

        var answer = await client.Create(Ann, At($"https://{silent.LocalEndpoint}"), Never);

        NotReached(answer);
    }

    [Fact]
    public async Task No_answer_in_time_is_unknown()
    {
        var clock = new FakeTimeProvider();
        await using var server = await CannedServer.Doing(http =>
        {
            clock.Advance(TimeSpan.FromSeconds(31));
            return Forever(http.RequestAborted);
        });

        var answer = await new ReplyIoClient(clock: clock).Create(Ann, server.V4, Never);

        Assert.Equal((Outcome.Unknown, Cause.NoAnswer, null), (answer.Outcome, answer.Cause, answer.Status));
        Assert.Equal("Reply.io did not respond in time.", answer.Reason);
    }

    [Fact]
    public async Task An_answer_that_stalls_half_way_is_unknown()
    {
        var clock = new FakeTimeProvider();
        await using var server = await CannedServer.Doing(async http =>
        {
            await CannedServer.Answer(http, 200, CannedServer.Contact[..20]);
            await http.Response.Body.FlushAsync();
            clock.Advance(TimeSpan.FromSeconds(31));
            await Forever(http.RequestAborted);
        });

        var answer = await new ReplyIoClient(clock: clock).Create(Ann, server.V4, Never);

        Assert.Equal(Outcome.Unknown, answer.Outcome);
    }

    [Fact]
    public async Task The_callers_cancellation_is_no_answer_but_an_exception()
    {
        using var aborted = new CancellationTokenSource();
        await using var server = await CannedServer.Doing(http =>
        {
            aborted.Cancel();
            return Forever(http.RequestAborted);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new ReplyIoClient().Create(Ann, server.V4, aborted.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new ReplyIoClient().LookUp("ann@example.com", null, server.V4, aborted.Token));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_reset_before_the_answer_is_unknown_and_posts_once()
    {
        await using var server = await CannedServer.Doing(http =>
        {
            http.Abort();
            return Task.CompletedTask;
        });

        var answer = await new ReplyIoClient().Create(Ann, server.V4, Never);

        Assert.Equal((Outcome.Unknown, Cause.NoAnswer), (answer.Outcome, answer.Cause));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_kept_connection_that_is_cut_after_the_second_post_does_not_post_again()
    {
        using var server = new RawServer([RawServer.Whole(CannedServer.Contact), null], [RawServer.Whole(CannedServer.Contact)]);
        var client = new ReplyIoClient();

        var first = await client.Create(Ann, server.V4, Never);
        var second = await client.Create(Ann, server.V4, Never);

        Assert.Equal((Outcome.Accepted, Outcome.Unknown), (first.Outcome, second.Outcome));
        Assert.Equal(Cause.NoAnswer, second.Cause);
        Assert.Equal(2, server.Requests);
    }

    [Fact]
    public async Task A_kept_connection_that_is_reset_after_the_second_post_does_not_post_again()
    {
        var count = 0;
        await using var server = await CannedServer.Doing(http =>
        {
            if (Interlocked.Increment(ref count) == 1)
                return CannedServer.Answer(http, 200, CannedServer.Contact);
            http.Abort();
            return Task.CompletedTask;
        });
        var client = new ReplyIoClient();

        await client.Create(Ann, server.V4, Never);
        var second = await client.Create(Ann, server.V4, Never);

        Assert.Equal((Outcome.Unknown, Cause.NoAnswer), (second.Outcome, second.Cause));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_connection_closed_while_idle_costs_no_second_post()
    {
        using var server = new RawServer([RawServer.Whole(CannedServer.Contact)], [RawServer.Whole(CannedServer.Contact)]);
        var client = new ReplyIoClient();

        await client.Create(Ann, server.V4, Never);
        await server.FirstClosed.Task;
        var second = await client.Create(Ann, server.V4, Never);

        Assert.Equal(second.Outcome == Outcome.Accepted ? 2 : 1, server.Requests);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"id\":12345,\"ema", Cause.NotAContact)]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"id\"\r\n", Cause.NotAContact)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: a/b; charset=no\r\nContent-Length: 10\r\n\r\n{\"id\":123}", Cause.Created)]
    [InlineData("HTTP/1.1 500 Oh\r\nContent-Length: 500\r\n\r\n{", Cause.ServerError)]
    [InlineData("HTTP/1.1 400 Oh\r\nContent-Length: 500\r\n\r\n{", Cause.Rejected)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Le", Cause.NoAnswer)]
    [InlineData("SSH-2.0-OpenSSH\r\n", Cause.NoAnswer)]
    public async Task An_answer_that_is_cut_is_judged_by_what_came_of_it(string bytes, Cause cause)
    {
        using var server = new RawServer([bytes], [bytes]);

        var answer = await new ReplyIoClient().Create(Ann, server.V4, Never);

        Assert.Equal(cause, answer.Cause);
        Assert.Equal(1, server.Requests);
    }

    private static ReplyIoConnection At(string url) =>
        new(new Uri(url), ApiVersion.V4, AuthorizationScheme.XApiKey, CannedServer.Key);

    private static Task Forever(CancellationToken end) => Task.Delay(Timeout.Infinite, end)
        .ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);

    private static void NotReached(ReplyIoResult answer)
    {
        Assert.Equal((Outcome.NotNow, Cause.NotReached, null), (answer.Outcome, answer.Cause, answer.Status));
        Assert.Contains("Nothing was sent", answer.Reason);
        Assert.Null(answer.ResponseBody);
    }
}
