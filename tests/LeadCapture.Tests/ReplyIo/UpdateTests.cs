using LeadCapture.ReplyIo;

namespace LeadCapture.Tests.ReplyIo;

public class UpdateTests
{
    private const int Ann = 12345;
    private static readonly NewContact Changes = new() { FirstName = "Ann", CustomFields = [new("source", "Fair"), new("empty", "")] };
    private static readonly ReplyIoClient Client = new();

    private static CancellationToken Never => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(200, CannedServer.Contact, Outcome.Accepted, Cause.Updated)]
    [InlineData(201, CannedServer.Contact, Outcome.Accepted, Cause.Updated)]
    [InlineData(200, """{"id":999,"email":"someone.else@example.com"}""", Outcome.Unknown, Cause.AnotherContact)]
    [InlineData(200, "{}", Outcome.Unknown, Cause.NotAContact)]
    [InlineData(200, "<html>", Outcome.Unknown, Cause.NotAContact)]
    [InlineData(200, """{"id":12345,"ema""", Outcome.Unknown, Cause.NotAContact)]
    [InlineData(204, "", Outcome.Unknown, Cause.NotAContact)]
    [InlineData(302, "", Outcome.NotNow, Cause.ChannelFault)]
    [InlineData(400, "", Outcome.Refused, Cause.Rejected)]
    [InlineData(401, "", Outcome.NotNow, Cause.KeyRefused)]
    [InlineData(403, "", Outcome.NotNow, Cause.KeyRefused)]
    [InlineData(404, "", Outcome.NotNow, Cause.ChannelFault)]
    [InlineData(404, """{"title":"Not Found","status":404}""", Outcome.Refused, Cause.Rejected)]
    [InlineData(407, "", Outcome.NotNow, Cause.ChannelFault)]
    [InlineData(408, "", Outcome.Unknown, Cause.ServerError)]
    [InlineData(429, "", Outcome.NotNow, Cause.RateLimited)]
    [InlineData(500, "", Outcome.Unknown, Cause.ServerError)]
    public async Task An_update_is_judged_as_a_create_is(int status, string body, Outcome outcome, Cause cause)
    {
        await using var server = await CannedServer.Answering(status, body);

        var answer = await Client.Update(Ann, Changes, server.V4, Never);

        Assert.Equal((outcome, cause, status, 1), (answer.Outcome, answer.Cause, answer.Status, answer.Calls));
        Assert.Equal(outcome == Outcome.Accepted ? (Ann, body) : default((int?, string?)), (answer.Contact?.Id, answer.ContactJson));
        Assert.Equal(outcome == Outcome.Accepted, answer.IsIdentified);
        Assert.Equal(("PATCH", "/v4/contacts/12345"), (server.Only.Method, server.Only.Target));
    }

    [Fact]
    public async Task An_update_sends_only_what_has_a_value_and_custom_fields_by_name()
    {
        await using var server = await CannedServer.Answering(200, CannedServer.Contact);

        await Client.Update(Ann, Changes with { LastName = " ", Company = "" }, server.V4, Never);

        Assert.Equal("""{"firstName":"Ann","customFields":[{"name":"source","value":"Fair"}]}""", server.Only.Body);
    }

    [Fact]
    public async Task With_v3_sequences_and_lists_are_read_after_the_update()
    {
        await using var server = await CannedServer.Routing(new()
        {
            ["PATCH /v3/contacts/12345"] = (200, CannedServer.Contact),
            ["GET /v3/contacts/12345/sequences"] = (200, """[{"sequenceId":100,"sequenceName":"Outreach"}]"""),
            ["GET /v3/contacts/12345/lists"] = (500, ""),
        });

        var answer = await Client.Update(Ann, Changes, server.V3, Never);

        Assert.Equal((Cause.Updated, 3, 100, null),
            (answer.Cause, answer.Calls, answer.Contact?.Sequences?[0].SequenceId, answer.Contact?.Lists));
        Assert.Equal("Reply.io updated the contact.", answer.Reason);
    }

    [Fact]
    public async Task Taken_back_at_the_last_moment_nothing_is_sent()
    {
        await using var server = await CannedServer.Answering(200, CannedServer.Contact);

        var answer = await Client.Update(Ann, Changes, server.V4, Never, () => false);

        Assert.Equal((Outcome.NotNow, Cause.NotSent, 0), (answer.Outcome, answer.Cause, answer.Calls));
        Assert.Empty(server.Requests);
    }
}
