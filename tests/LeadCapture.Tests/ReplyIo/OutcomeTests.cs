using LeadCapture.ReplyIo;
using Microsoft.Extensions.Time.Testing;

namespace LeadCapture.Tests.ReplyIo;

public class OutcomeTests
{
    private static readonly NewContact Ann = new() { Email = "ann@example.com", FirstName = "Ann" };
    private static CancellationToken Never => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(200, CannedServer.Contact, Outcome.Accepted, Cause.Created)]
    [InlineData(201, CannedServer.Contact, Outcome.Accepted, Cause.Created)]
    [InlineData(202, CannedServer.Contact, Outcome.Unknown, Cause.NotAContact)]
    [InlineData(204, "", Outcome.Unknown, Cause.NotAContact)]
    [InlineData(200, "", Outcome.Unknown, Cause.NotAContact)]
    [InlineData(200, "null", Outcome.Unknown, Cause.NotAContact)]
    [InlineData(200, "7", Outcome.Unknown, Cause.NotAContact)]
    [InlineData(200, "<html>Please sign in</html>", Outcome.Unknown, Cause.NotAContact)]
    [InlineData(200, "[]", Outcome.Unknown, Cause.NotAContact)]
    [InlineData(200, """[{"id":1}]""", Outcome.Unknown, Cause.NotAContact)]
    [InlineData(200, "{}", Outcome.Unknown, Cause.NotAContact)]
    [InlineData(200, """{"email":"ann@example.com"}""", Outcome.Unknown, Cause.NotAContact)]
    [InlineData(200, """{"id":0}""", Outcome.Unknown, Cause.NotAContact)]
    [InlineData(200, """{"id":-4}""", Outcome.Unknown, Cause.NotAContact)]
    [InlineData(200, """{"id":null}""", Outcome.Unknown, Cause.NotAContact)]
    [InlineData(200, """{"id":{"value":1}}""", Outcome.Unknown, Cause.NotAContact)]
    [InlineData(200, """{"id":12345,"email":"ann@exa""", Outcome.Unknown, Cause.NotAContact)]
    [InlineData(301, "", Outcome.NotNow, Cause.ChannelFault)]
    [InlineData(302, "", Outcome.NotNow, Cause.ChannelFault)]
    [InlineData(303, CannedServer.Contact, Outcome.NotNow, Cause.ChannelFault)]
    [InlineData(308, "<html>", Outcome.NotNow, Cause.ChannelFault)]
    [InlineData(304, "", Outcome.Unknown, Cause.NotAContact)]
    [InlineData(400, "", Outcome.Refused, Cause.Rejected)]
    [InlineData(401, "", Outcome.NotNow, Cause.KeyRefused)]
    [InlineData(402, "", Outcome.Refused, Cause.Rejected)]
    [InlineData(403, "", Outcome.NotNow, Cause.KeyRefused)]
    [InlineData(404, "", Outcome.NotNow, Cause.ChannelFault)]
    [InlineData(404, "<html>no such route</html>", Outcome.NotNow, Cause.ChannelFault)]
    [InlineData(404, "404 page not found", Outcome.NotNow, Cause.ChannelFault)]
    [InlineData(404, """{"message":"no Route matched with those values"}""", Outcome.NotNow, Cause.ChannelFault)]
    [InlineData(404, """{"timestamp":"2026-11-27","status":404,"error":"Not Found"}""", Outcome.NotNow, Cause.ChannelFault)]
    [InlineData(404, """{"title":"Not Found","status":404}""", Outcome.Refused, Cause.Rejected)]
    [InlineData(404, """{"detail":"No such account."}""", Outcome.Refused, Cause.Rejected)]
    [InlineData(404, """{"errors":[{"pointer":"/accountId","detail":"Not found"}]}""", Outcome.Refused, Cause.Rejected)]
    [InlineData(404, """{"code":"account.notFound"}""", Outcome.Refused, Cause.Rejected)]
    [InlineData(405, "", Outcome.NotNow, Cause.ChannelFault)]
    [InlineData(405, """{"title":"Method Not Allowed"}""", Outcome.Refused, Cause.Rejected)]
    [InlineData(407, "", Outcome.NotNow, Cause.ChannelFault)]
    [InlineData(408, "", Outcome.Unknown, Cause.ServerError)]
    [InlineData(409, "", Outcome.Refused, Cause.Rejected)]
    [InlineData(410, "", Outcome.NotNow, Cause.ChannelFault)]
    [InlineData(410, """{"title":"Gone"}""", Outcome.Refused, Cause.Rejected)]
    [InlineData(421, "", Outcome.Unknown, Cause.ServerError)]
    [InlineData(422, CannedServer.Contact, Outcome.Refused, Cause.Rejected)]
    [InlineData(425, "", Outcome.Unknown, Cause.ServerError)]
    [InlineData(429, "", Outcome.NotNow, Cause.RateLimited)]
    [InlineData(500, "", Outcome.Unknown, Cause.ServerError)]
    [InlineData(501, "", Outcome.Unknown, Cause.ServerError)]
    [InlineData(503, "<html>", Outcome.Unknown, Cause.ServerError)]
    [InlineData(599, "", Outcome.Unknown, Cause.ServerError)]
    public async Task A_create_is_judged_by_status_and_body(int status, string body, Outcome outcome, Cause cause)
    {
        await using var server = await CannedServer.Answering(status, body);

        var answer = await new ReplyIoClient().Create(Ann, server.V4, Never);

        Assert.Equal((outcome, cause, status), (answer.Outcome, answer.Cause, answer.Status));
        Assert.Equal(outcome == Outcome.Accepted, answer.Contact is not null);
        Assert.Equal(outcome == Outcome.Accepted ? body : null, answer.ContactJson);
        Assert.Equal((body, 1), (answer.ResponseBody, answer.Calls));
        Assert.NotEmpty(answer.Reason);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(200, """{"items":[{"id":9,"email":"x@y"},{"id":7,"email":"Ann@Example.com"}]}""", Outcome.Accepted, Cause.Found)]
    [InlineData(200, """{"items":[{"id":9,"email":"joann@example.com"}]}""", Outcome.NotNow, Cause.NotFound)]
    [InlineData(200, """{"items":[{"id":9,"email":"joann@example.com"},{"id":0}]}""", Outcome.Unknown, Cause.NotAContact)]
    [InlineData(200, """{"items":[{"id":9,"email":"joann@example.com"},null]}""", Outcome.Unknown, Cause.NotAContact)]
    [InlineData(200, """{"items":[]}""", Outcome.NotNow, Cause.NotFound)]
    [InlineData(200, "[]", Outcome.NotNow, Cause.NotFound)]
    [InlineData(200, "{}", Outcome.Unknown, Cause.NotAContact)]
    [InlineData(200, """{"items":null}""", Outcome.Unknown, Cause.NotAContact)]
    [InlineData(200, """{"items":[{"id":7,"email":"ann@exa""", Outcome.Unknown, Cause.NotAContact)]
    [InlineData(200, "<html>", Outcome.Unknown, Cause.NotAContact)]
    [InlineData(204, "", Outcome.Unknown, Cause.NotAContact)]
    [InlineData(301, "", Outcome.Unknown, Cause.NotAContact)]
    [InlineData(400, "", Outcome.Refused, Cause.Rejected)]
    [InlineData(401, "", Outcome.NotNow, Cause.KeyRefused)]
    [InlineData(403, "", Outcome.NotNow, Cause.KeyRefused)]
    [InlineData(404, "", Outcome.NotNow, Cause.LookUpNotOffered)]
    [InlineData(405, "", Outcome.NotNow, Cause.LookUpNotOffered)]
    [InlineData(405, """{"title":"Method Not Allowed"}""", Outcome.NotNow, Cause.LookUpNotOffered)]
    [InlineData(407, "", Outcome.NotNow, Cause.ChannelFault)]
    [InlineData(408, "", Outcome.Unknown, Cause.ServerError)]
    [InlineData(410, "", Outcome.NotNow, Cause.LookUpNotOffered)]
    [InlineData(501, "", Outcome.NotNow, Cause.LookUpNotOffered)]
    [InlineData(429, "", Outcome.NotNow, Cause.RateLimited)]
    [InlineData(500, "", Outcome.Unknown, Cause.ServerError)]
    public async Task A_look_up_is_judged_by_status_and_body(int status, string body, Outcome outcome, Cause cause)
    {
        await using var server = await CannedServer.Answering(status, body);

        var answer = await new ReplyIoClient().LookUp("ann@example.com", null, server.V4, Never);

        Assert.Equal((outcome, cause, status), (answer.Outcome, answer.Cause, answer.Status));
        Assert.Equal(outcome == Outcome.Accepted ? 7 : null, answer.Contact?.Id);
        Assert.Equal(outcome == Outcome.Accepted, answer.ContactJson is not null);
    }

    [Theory]
    [InlineData("30", 30)]
    [InlineData("0", 0)]
    [InlineData("Mon, 23 Nov 2026 10:01:30 GMT", 90)]
    [InlineData("Mon, 23 Nov 2026 09:00:00 GMT", 0)]
    [InlineData("-5", null)]
    [InlineData("soon", null)]
    [InlineData(null, null)]
    public async Task Retry_after_is_seconds_or_a_date_and_never_negative(string? header, int? seconds)
    {
        await using var server = await CannedServer.Answering(429, retryAfter: header);
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));

        var answer = await new ReplyIoClient(clock: clock).Create(Ann, server.V4, Never);

        Assert.Equal(seconds is { } wait ? TimeSpan.FromSeconds(wait) : null, answer.RetryAfter);
    }

    [Fact]
    public async Task A_long_body_is_cut_for_the_log_and_not_for_the_contact()
    {
        var notes = new string('n', 100_000);
        await using var server = await CannedServer.Answering(200, $$"""{"id":5,"notes":"{{notes}}"}""");

        var answer = await new ReplyIoClient().Create(Ann, server.V4, Never);

        Assert.Equal(notes, answer.Contact?.Notes);
        Assert.Equal(16_384, answer.ResponseBody?.Length);
    }

    [Fact]
    public async Task A_body_without_end_is_read_to_four_megabytes_only()
    {
        await using var server = await CannedServer.Answering(200, $$"""{"id":5,"notes":"{{new string('n', 5_000_000)}}"}""");

        var answer = await new ReplyIoClient().Create(Ann, server.V4, Never);

        Assert.Equal((Outcome.Unknown, Cause.NotAContact), (answer.Outcome, answer.Cause));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var server = await CannedServer.Doing(http =>
        {
            http.Response.Headers.Location = "/elsewhere";
            return CannedServer.Answer(http, 307, "");
        });

        var answer = await new ReplyIoClient().Create(Ann, server.V4, Never);

        Assert.Equal((Cause.ChannelFault, 307), (answer.Cause, answer.Status));
        Assert.Single(server.Requests);
    }
}
