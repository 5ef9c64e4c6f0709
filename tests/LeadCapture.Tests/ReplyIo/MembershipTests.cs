using LeadCapture.ReplyIo;

namespace LeadCapture.Tests.ReplyIo;

/// Lists and sequences of one contact, changed through the client.
public class MembershipTests
{
    private const int Ann = 12345;
    private const string Problem = """{"title":"Not Found","status":404}""";
    private static readonly ReplyIoClient Client = new();

    private static CancellationToken Never => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(200, "{}", Outcome.Accepted, Cause.Listed)]
    [InlineData(201, """{"999":{"error":8}}""", Outcome.Accepted, Cause.Listed)]
    [InlineData(200, """{"12345":{"error":"contactAlreadyInList"}}""", Outcome.Accepted, Cause.Listed)]
    [InlineData(200, """{"12345":{"error":8,"errorDetails":"Access denied"}}""", Outcome.Refused, Cause.Rejected)]
    [InlineData(200, """{"12345":null}""", Outcome.Refused, Cause.Rejected)]
    [InlineData(200, """{"error":"sign in"}""", Outcome.Unknown, Cause.NotAContact)]
    [InlineData(200, "", Outcome.Unknown, Cause.NotAContact)]
    [InlineData(200, "[]", Outcome.Unknown, Cause.NotAContact)]
    [InlineData(200, "<html>Sign in</html>", Outcome.Unknown, Cause.NotAContact)]
    [InlineData(200, """{"12345":{"err""", Outcome.Unknown, Cause.NotAContact)]
    [InlineData(204, "", Outcome.Unknown, Cause.NotAContact)]
    [InlineData(202, "{}", Outcome.Unknown, Cause.NotAContact)]
    public async Task An_answer_about_a_list_names_only_those_who_were_not_added(int status, string body, Outcome outcome, Cause cause)
    {
        await using var server = await CannedServer.Answering(status, body);

        var answer = await Client.AddToList(10, Ann, server.V4, Never);

        Is((outcome, cause), answer);
        Assert.Equal(("POST", "/v3/contact-lists/10/add-contacts", """{"contactIds":[12345]}"""),
            (server.Only.Method, server.Only.Target, server.Only.Body));
        Assert.Equal("Bearer " + CannedServer.Key, server.Only.Headers["Authorization"]);
    }

    [Theory]
    [InlineData(200, """{"added":[12345],"notProcessed":{}}""", Outcome.Accepted, Cause.Enrolled)]
    [InlineData(200, """{"added":[1,"12345"]}""", Outcome.Accepted, Cause.Enrolled)]
    [InlineData(200, """{"added":[],"notProcessed":{"12345":{"error":"contactAlreadyInSequence"}}}""", Outcome.Accepted, Cause.AlreadyEnrolled)]
    [InlineData(200, """{"notProcessed":{"12345":{"error":"ContactAlreadyInSequence"}}}""", Outcome.Accepted, Cause.AlreadyEnrolled)]
    [InlineData(200, """{"added":[],"notProcessed":{"12345":{"error":"forbidden"}}}""", Outcome.Refused, Cause.Rejected)]
    [InlineData(200, """{"added":[],"notProcessed":{"12345":{"error":8}}}""", Outcome.Refused, Cause.Rejected)]
    [InlineData(200, """{"added":[],"notProcessed":{"12345":"forbidden"}}""", Outcome.Refused, Cause.Rejected)]
    [InlineData(200, """{"added":[],"notProcessed":{}}""", Outcome.Unknown, Cause.NotAContact)]
    [InlineData(200, """{"added":[999],"notProcessed":{"998":{"error":"forbidden"}}}""", Outcome.Unknown, Cause.NotAContact)]
    [InlineData(200, """{"added":"12345","notProcessed":[12345]}""", Outcome.Unknown, Cause.NotAContact)]
    [InlineData(200, "{}", Outcome.Unknown, Cause.NotAContact)]
    [InlineData(200, "", Outcome.Unknown, Cause.NotAContact)]
    [InlineData(200, "[12345]", Outcome.Unknown, Cause.NotAContact)]
    [InlineData(200, "<html>Sign in</html>", Outcome.Unknown, Cause.NotAContact)]
    [InlineData(200, """{"added":[12345],"notPro""", Outcome.Unknown, Cause.NotAContact)]
    public async Task An_answer_about_a_sequence_names_the_contact_or_proves_nothing(int status, string body, Outcome outcome, Cause cause)
    {
        await using var server = await CannedServer.Answering(status, body);

        Is((outcome, cause), await Client.Enroll(new(7), Ann, server.V4, Never));
        Is((outcome, cause), await Client.Enroll(new(7), Ann, server.V3, Never));
        Assert.Equal(
            ["/v4/sequences/7/contact-links/bulk", "/v3/sequences/7/contact-links/bulk"], server.Requests.Select(asked => asked.Target));
    }

    [Theory]
    [InlineData(200, """{"requested":1,"removed":1,"notFound":0,"notInSequence":0,"removedIds":[12345]}""", Outcome.Accepted, Cause.Unenrolled)]
    [InlineData(200, """{"requested":1,"removed":0,"notFound":0,"notInSequence":1,"removedIds":[]}""", Outcome.Accepted, Cause.Unenrolled)]
    [InlineData(200, """{"requested":1,"removed":0,"notFound":1,"notInSequence":0,"removedIds":[]}""", Outcome.Accepted, Cause.Unenrolled)]
    [InlineData(200, """{"removed":1}""", Outcome.Accepted, Cause.Unenrolled)]
    [InlineData(200, """{"requested":1,"removed":0,"removedIds":[]}""", Outcome.Unknown, Cause.NotAContact)]
    [InlineData(200, "{}", Outcome.Unknown, Cause.NotAContact)]
    [InlineData(200, "<html>", Outcome.Unknown, Cause.NotAContact)]
    [InlineData(200, """{"removed":1,"remov""", Outcome.Unknown, Cause.NotAContact)]
    public async Task Who_was_not_in_the_sequence_is_out_of_it_too(int status, string body, Outcome outcome, Cause cause)
    {
        await using var server = await CannedServer.Answering(status, body);

        Is((outcome, cause), await Client.Unenroll(7, Ann, server.V4, Never));
        Is((outcome, cause), await Client.Unenroll(7, Ann, server.V3, Never));
        Assert.Equal(
            ["/v4/sequences/7/contact-links/bulk-delete", "/v3/sequences/7/contact-links/bulk-delete"],
            server.Requests.Select(asked => asked.Target));
        Assert.All(server.Requests, asked => Assert.Equal("""{"contactIds":[12345]}""", asked.Body));
    }

    [Theory]
    [InlineData(301, "", Outcome.NotNow, Cause.ChannelFault)]
    [InlineData(304, "", Outcome.Unknown, Cause.NotAContact)]
    [InlineData(400, "", Outcome.Refused, Cause.Rejected)]
    [InlineData(401, "", Outcome.NotNow, Cause.KeyRefused)]
    [InlineData(402, "", Outcome.Refused, Cause.Rejected)]
    [InlineData(403, "", Outcome.Refused, Cause.Rejected)]
    [InlineData(403, "<html>Forbidden</html>", Outcome.Refused, Cause.Rejected)]
    [InlineData(404, "", Outcome.Refused, Cause.Rejected)]
    [InlineData(404, "<html>no such route</html>", Outcome.Refused, Cause.Rejected)]
    [InlineData(404, Problem, Outcome.Refused, Cause.Rejected)]
    [InlineData(405, "", Outcome.Refused, Cause.Rejected)]
    [InlineData(407, "", Outcome.NotNow, Cause.ChannelFault)]
    [InlineData(408, "", Outcome.Unknown, Cause.ServerError)]
    [InlineData(409, Problem, Outcome.Refused, Cause.Rejected)]
    [InlineData(410, "", Outcome.Refused, Cause.Rejected)]
    [InlineData(421, "", Outcome.Unknown, Cause.ServerError)]
    [InlineData(422, "", Outcome.Refused, Cause.Rejected)]
    [InlineData(425, "", Outcome.Unknown, Cause.ServerError)]
    [InlineData(429, "", Outcome.NotNow, Cause.RateLimited)]
    [InlineData(500, "", Outcome.Unknown, Cause.ServerError)]
    [InlineData(501, "", Outcome.Unknown, Cause.ServerError)]
    [InlineData(503, "<html>", Outcome.Unknown, Cause.ServerError)]
    public async Task Every_other_status_means_the_same_to_each_of_them(int status, string body, Outcome outcome, Cause cause)
    {
        await using var server = await CannedServer.Answering(status, body);

        foreach (var answer in await EachOf(server.V4))
        {
            Is((outcome, cause), answer);
            Assert.Equal((status, body), (answer.Status, answer.ResponseBody));
        }
    }

    [Fact]
    public async Task A_rate_limit_says_how_long_to_wait()
    {
        await using var server = await CannedServer.Answering(429, retryAfter: "7");

        Assert.All(await EachOf(server.V3), answer => Assert.Equal(TimeSpan.FromSeconds(7), answer.RetryAfter));
    }

    [Fact]
    public async Task Nobody_there_is_not_reached_and_nothing_was_done()
    {
        var nobody = new ReplyIoConnection(
            new($"http://127.0.0.1:{CannedServer.FreePort()}"), ApiVersion.V4, AuthorizationScheme.XApiKey, CannedServer.Key);

        Assert.All(await EachOf(nobody), answer => Is((Outcome.NotNow, Cause.NotReached), answer));
    }

    [Fact]
    public async Task A_cut_connection_leaves_it_unknown()
    {
        await using var server = await CannedServer.Doing(http =>
        {
            http.Abort();
            return Task.CompletedTask;
        });

        Assert.All(await EachOf(server.V4), answer => Is((Outcome.Unknown, Cause.NoAnswer), answer));
    }

    [Fact]
    public async Task Taken_back_at_the_last_moment_nothing_is_sent()
    {
        await using var server = await CannedServer.Answering(200, "{}");

        Assert.All(await EachOf(server.V4, () => false), answer =>
            Assert.Equal((Outcome.NotNow, Cause.NotSent, 0), (answer.Outcome, answer.Cause, answer.Calls)));
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData(null, false, """{"contactIds":[12345],"removeFromExisting":false}""")]
    [InlineData(4, true, """{"contactIds":[12345],"removeFromExisting":true,"startStepId":4}""")]
    public async Task An_enrollment_says_where_to_begin_and_what_to_leave(int? step, bool removes, string body)
    {
        await using var server = await CannedServer.Answering(200, """{"added":[12345]}""");

        await Client.Enroll(new(7) { StartStepId = step, RemoveFromExisting = removes }, Ann, server.V4, Never);

        Assert.Equal(("POST", body), (server.Only.Method, server.Only.Body));
        Assert.Equal(CannedServer.Key, server.Only.Headers["X-API-Key"]);
    }

    [Theory]
    [InlineData(""" "contactLimitExceeded" """, null, "contactLimitExceeded", "The contact limit of the Reply.io plan is reached.")]
    [InlineData(""" "contactNotFound" """, "Contact 12345.", "contactNotFound", "Reply.io no longer has the contact. Contact 12345.")]
    [InlineData(""" "contactOptedOut" """, null, "contactOptedOut", "The contact has opted out.")]
    [InlineData(""" "forbidden" """, null, "forbidden", "The API key's user may not change this contact.")]
    [InlineData(""" "invalidInput" """, "No email.", "invalidInput", "Reply.io found the contact not valid for this. No email.")]
    [InlineData(""" "new" """, null, "new", "Reply.io refused to enroll the contact in the sequence (error new).")]
    [InlineData(""" "new" """, "Not on Sundays.", "new", "Not on Sundays.")]
    [InlineData("8", null, "8", "Reply.io refused to enroll the contact in the sequence (error 8).")]
    [InlineData("null", null, null, "Reply.io refused to enroll the contact in the sequence.")]
    public async Task Who_was_not_enrolled_is_told_why_in_plain_words(string error, string? details, string? code, string reason)
    {
        var entry = details is null ? $$"""{"error":{{error}}}""" : $$"""{"error":{{error}},"errorDetails":"{{details}}"}""";
        await using var server = await CannedServer.Answering(200, $$"""{"added":[],"notProcessed":{"12345":{{entry}} } }""");

        var answer = await Client.Enroll(new(7), Ann, server.V4, Never);

        Assert.Equal((Outcome.Refused, code, reason), (answer.Outcome, answer.Code, answer.Reason));
    }

    [Theory]
    [InlineData(403, "", "The API key lacks the permission to change who is in a sequence (sequences:operate, status 403).")]
    [InlineData(403, """{"detail":"x","code":"insufficient_scope"}""",
        "The API key lacks the permission to change who is in a sequence (sequences:operate, status 403).")]
    [InlineData(403, """{"detail":"Not in this plan.","code":"sequence.forbidden"}""", "Not in this plan.")]
    [InlineData(404, "", "Reply.io has no such sequence (status 404).")]
    [InlineData(404, "404 page not found", "Reply.io has no such sequence (status 404).")]
    [InlineData(404, Problem, "Reply.io has no such sequence (status 404).")]
    [InlineData(404, """{"title":"Not Found","detail":"Sequence 7 is gone."}""", "Sequence 7 is gone.")]
    [InlineData(405, "", "Reply.io does not offer this call (status 405).")]
    [InlineData(400, "", "Reply.io refused to enroll the contact in the sequence (status 400).")]
    [InlineData(400, """{"detail":"Archived.","code":"sequence.archived"}""", "Archived.")]
    [InlineData(407, "", "A proxy requires a sign-in (status 407).")]
    public async Task Without_an_enrollment_the_reason_is_a_sentence(int status, string body, string reason)
    {
        await using var server = await CannedServer.Answering(status, body);

        Assert.Equal(reason, (await Client.Enroll(new(7), Ann, server.V4, Never)).Reason);
    }

    [Fact]
    public async Task A_list_has_sentences_of_its_own()
    {
        await using var gone = await CannedServer.Answering(404);
        await using var forbidden = await CannedServer.Answering(403);
        await using var failed = await CannedServer.Answering(200, """{"12345":{"error":8}}""");

        Assert.Equal("Reply.io has no such list (status 404).", (await Client.AddToList(10, Ann, gone.V4, Never)).Reason);
        Assert.Equal("The API key lacks the permission to add contacts to lists (status 403).",
            (await Client.AddToList(10, Ann, forbidden.V4, Never)).Reason);
        Assert.Equal("Reply.io refused to add the contact to the list (error 8).", (await Client.AddToList(10, Ann, failed.V4, Never)).Reason);
    }

    [Theory]
    [InlineData(200, """{"added":[],"notProcessed":{"12345":{"error":"KEY","errorDetails":"Key KEY"}}}""")]
    [InlineData(400, """{"detail":"Key KEY","code":"KEY","errors":[{"detail":"KEY"}]}""")]
    [InlineData(403, """{"detail":"Key KEY","code":"KEY"}""")]
    public async Task No_answer_contains_the_key(int status, string body)
    {
        await using var server = await CannedServer.Answering(status, body.Replace("KEY", CannedServer.Key));

        var answer = await Client.Enroll(new(7), Ann, server.V4, Never);

        Assert.DoesNotContain(CannedServer.Key, answer.Reason + answer.ResponseBody + answer.Code + answer);
        Assert.Contains("Key [key]", answer.Reason);
    }

    private static async Task<ReplyIoResult[]> EachOf(ReplyIoConnection connection, Func<bool>? maySend = null) =>
    [
        await Client.AddToList(10, Ann, connection, Never, maySend),
        await Client.Enroll(new(7), Ann, connection, Never, maySend),
        await Client.Unenroll(7, Ann, connection, Never, maySend),
    ];

    private static void Is((Outcome, Cause) expected, ReplyIoResult answer)
    {
        Assert.Equal(expected, (answer.Outcome, answer.Cause));
        Assert.Equal(1, answer.Calls);
        Assert.Null(answer.Contact);
        Assert.NotEmpty(answer.Reason);
    }
}
