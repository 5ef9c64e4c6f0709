using LeadCapture.ReplyIo;

namespace LeadCapture.Tests.ReplyIo;

public class VersionTests
{
    private static readonly NewContact Ann = new() { Email = "ann@example.com", FirstName = "Ann" };
    private static CancellationToken Never => TestContext.Current.CancellationToken;

    private const string Sequences = """
        [{"sequenceId":100,"sequenceName":"Outreach","statusInSequence":"active",
          "currentStep":{"stepId":77,"displayName":"Step 2"},
          "addingDate":"2024-03-08T10:00:00.1234567+00:00","emailAccountId":9007199254740993,"linkedInAccountId":null}]
        """;

    private const string Canonical = """
        {"id":12345,"email":"ann@example.com","firstName":"Ann",
        "sequences":[{"sequenceId":100,"sequenceName":"Outreach","status":"active","currentStepName":"Step 2",
        "addingDate":"2024-03-08T10:00:00.1234567\u002B00:00","emailAccountId":9007199254740993}],
        "lists":[{"listId":10,"listName":"Hot Leads"}]}
        """;

    private const string Lists = """[{"id":10,"name":"Hot Leads"}]""";

    [Fact]
    public async Task With_v3_sequences_and_lists_are_read_after_the_create()
    {
        await using var server = await CannedServer.Routing(new()
        {
            ["POST /v3/contacts"] = (201, CannedServer.Contact),
            ["GET /v3/contacts/12345/sequences"] = (200, Sequences),
            ["GET /v3/contacts/12345/lists"] = (200, Lists),
        });

        var answer = await new ReplyIoClient().Create(Ann, server.V3, Never);

        Assert.Equal((Outcome.Accepted, Cause.Created, 201, 3), (answer.Outcome, answer.Cause, answer.Status, answer.Calls));
        var sequence = Assert.Single(answer.Contact!.Sequences!);
        Assert.Equal((100, "Outreach"), (sequence.SequenceId, sequence.SequenceName));
        Assert.Equal(("Step 2", null), (sequence.CurrentStepName, sequence.CurrentStep));
        Assert.Equal(new ExtensibleEnum<MembershipStatus>("active", MembershipStatus.Active), sequence.Status);
        Assert.Equal((9007199254740993, null), (sequence.EmailAccountId, sequence.LinkedInAccountId));
        Assert.Equal(new ListMembership { ListId = 10, ListName = "Hot Leads" }, Assert.Single(answer.Contact.Lists!));
        Assert.Equal(Canonical.ReplaceLineEndings(""), answer.ContactJson);
        Assert.Equal(sequence, Assert.Single(Contact.Parse(answer.ContactJson)!.Sequences!));
        Assert.All(server.Requests, asked => Assert.Equal("Bearer " + CannedServer.Key, asked.Headers["Authorization"]));
    }

    [Theory]
    [InlineData(500, "")]
    [InlineData(404, "[]")]
    [InlineData(200, "<html>")]
    [InlineData(200, """[{"id":""")]
    public async Task A_contact_whose_lists_cannot_be_read_is_accepted_all_the_same(int status, string body)
    {
        await using var server = await CannedServer.Routing(new()
        {
            ["POST /v3/contacts"] = (201, CannedServer.Contact),
            ["GET /v3/contacts/12345/sequences"] = (200, "[]"),
            ["GET /v3/contacts/12345/lists"] = (status, body),
        });

        var answer = await new ReplyIoClient().Create(Ann, server.V3, Never);

        Assert.Equal((Outcome.Accepted, 3), (answer.Outcome, answer.Calls));
        Assert.Empty(answer.Contact!.Sequences!);
        Assert.Null(answer.Contact.Lists);
        Assert.Equal("""{"id":12345,"email":"ann@example.com","firstName":"Ann","sequences":[]}""", answer.ContactJson);
    }

    [Fact]
    public async Task A_contact_whose_reads_are_limited_is_accepted_and_asks_to_wait()
    {
        await using var server = await CannedServer.Doing(http =>
        {
            if (http.Request.Method == "POST")
                return CannedServer.Answer(http, 201, CannedServer.Contact);
            http.Response.Headers.RetryAfter = http.Request.Path.Value!.EndsWith("lists", StringComparison.Ordinal) ? "20" : "10";
            return CannedServer.Answer(http, 429, "");
        });

        var answer = await new ReplyIoClient().Create(Ann, server.V3, Never);

        Assert.Equal((Outcome.Accepted, TimeSpan.FromSeconds(20)), (answer.Outcome, answer.RetryAfter));
    }

    [Fact]
    public async Task A_created_contact_is_not_lost_when_the_caller_ends_the_reads()
    {
        using var aborted = new CancellationTokenSource();
        await using var server = await CannedServer.Doing(http =>
        {
            if (http.Request.Method == "POST")
                return CannedServer.Answer(http, 201, CannedServer.Contact);
            aborted.Cancel();
            return CannedServer.Answer(http, 200, "");
        });

        var answer = await new ReplyIoClient().Create(Ann, server.V3, aborted.Token);

        Assert.Equal((Outcome.Accepted, 12345), (answer.Outcome, answer.Contact?.Id));
    }

    [Fact]
    public async Task A_refused_v3_create_reads_nothing()
    {
        await using var server = await CannedServer.Answering(400);

        Assert.Equal(1, (await new ReplyIoClient().Create(Ann, server.V3, Never)).Calls);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_v4_look_up_searches_and_keeps_what_Reply_wrote()
    {
        const string match = """{"id":7, "email":"ANN@example.com", "unknownToUs":1, "lists":[]}""";
        await using var server = await CannedServer.Answering(200, $$"""{"items":[{"id":6,"email":"ann@x"},{{match}}]}""");

        var answer = await new ReplyIoClient().LookUp(" ann@example.com ", "https://linkedin.com/in/ann", server.V4, Never);

        Assert.Equal((Cause.Found, 7, match, 1), (answer.Cause, answer.Contact?.Id, answer.ContactJson, answer.Calls));
        Assert.Equal(("POST", "/v4/contacts/filter"), (server.Only.Method, server.Only.Target));
        Assert.Equal("""{"searchTerm":"ann@example.com"}""", server.Only.Body);
    }

    [Theory]
    [InlineData("https://www.linkedin.com/in/Ann-B/", "linkedin.com/in/ann-b")]
    [InlineData("http://linkedin.com/in/ann-b?utm=x#top", "HTTPS://WWW.LinkedIn.com/in/Ann-B")]
    [InlineData("www.linkedin.com/in/jos%C3%A9", "https://linkedin.com/in/josé")]
    public async Task A_LinkedIn_URL_is_found_however_it_is_written(string sought, string stored)
    {
        await using var server = await CannedServer.Answering(
            200, $$"""{"items":[{"id":6,"linkedInUrl":"{{stored}}-2"},{"id":5},{"id":7,"linkedInUrl":"{{stored}}"}]}""");

        var answer = await new ReplyIoClient().LookUp("", sought, server.V4, Never);

        Assert.Equal((Cause.Found, 7), (answer.Cause, answer.Contact?.Id));
        Assert.StartsWith("""{"searchTerm":"linkedin.com/in/""", server.Only.Body);
    }

    [Fact]
    public async Task A_v3_look_up_asks_by_email_and_reads_sequences_and_lists()
    {
        await using var server = await CannedServer.Routing(new()
        {
            ["GET /v3/contacts"] = (200, $$"""{"items":[{{CannedServer.Contact}}],"hasMore":false}"""),
            ["GET /v3/contacts/12345/sequences"] = (200, Sequences),
            ["GET /v3/contacts/12345/lists"] = (200, Lists),
        });

        var answer = await new ReplyIoClient().LookUp("ann@example.com", null, server.V3, Never);

        Assert.Equal((Outcome.Accepted, Cause.Found, 3), (answer.Outcome, answer.Cause, answer.Calls));
        Assert.Equal(("Outreach", "Hot Leads"), (answer.Contact!.Sequences![0].SequenceName, answer.Contact.Lists![0].ListName));
    }

    [Theory]
    [InlineData("ann+b&c@example.com", null, "/v3/contacts?email=ann%2Bb%26c%40example.com")]
    [InlineData(null, "https://linkedin.com/in/ann?a=b", "/v3/contacts?linkedIn=https%3A%2F%2Flinkedin.com%2Fin%2Fann%3Fa%3Db")]
    public async Task A_v3_look_up_escapes_what_it_asks_for(string? email, string? linkedInUrl, string target)
    {
        await using var server = await CannedServer.Answering(200, """{"items":[]}""");

        var answer = await new ReplyIoClient().LookUp(email, linkedInUrl, server.V3, Never);

        Assert.Equal((Cause.NotFound, 1), (answer.Cause, answer.Calls));
        Assert.Equal(target, server.Only.Target, ignoreCase: true);
    }

    [Fact]
    public async Task A_look_up_for_nothing_is_a_mistake_of_the_caller()
    {
        await using var server = await CannedServer.Answering(200, "");

        await Assert.ThrowsAsync<ArgumentException>(() => new ReplyIoClient().LookUp("", " ", server.V4, Never));
    }

    [Theory]
    [InlineData(200, """{"id":1,"email":"ann@example.com"}""", true, "ann@example.com", "")]
    [InlineData(200, "{}", true, null, "")]
    [InlineData(200, "<html>", false, null, "Reply.io returned an unexpected response (status 200).")]
    [InlineData(401, "", false, null, "Reply.io rejected the API key (status 401).")]
    [InlineData(404, "", false, null, "Keys can't be checked at this address (status 404).")]
    [InlineData(429, "", false, null, "Reply.io's rate limit was reached (status 429).")]
    public async Task A_key_is_checked_by_asking_whose_it_is(int status, string body, bool accepted, string? owner, string reason)
    {
        await using var server = await CannedServer.Routing(new() { ["GET /v3/whoami"] = (status, body) });

        Assert.Equal(new(accepted, owner, reason) { IsRejected = status == 401 }, await new ReplyIoClient().CheckKey(server.V4, Never));
        Assert.Equal(new(accepted, owner, reason) { IsRejected = status == 401 }, await new ReplyIoClient().CheckKey(server.V3, Never));
        Assert.All(server.Requests, request => Assert.Equal("Bearer " + server.V3.ApiKey, request.Headers["Authorization"]));
    }
}
