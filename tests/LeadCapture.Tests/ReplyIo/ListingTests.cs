using LeadCapture.ReplyIo;

namespace LeadCapture.Tests.ReplyIo;

/// What the account has, asked through the client.
public class ListingTests
{
    private static readonly ReplyIoClient Client = new();

    private static CancellationToken Never => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""[{"id":1,"title":"Budget","fieldType":"number"},{"id":2,"title":" Source ","fieldType":"text","more":true}]""")]
    [InlineData("""{"items":[{"title":"Budget","fieldType":"Number"},{"title":"Source","fieldType":"TEXT"}],"hasMore":false}""")]
    [InlineData("""[null,7,"x",{},{"title":""},{"title":5},{"title":"Budget","fieldType":"number"},{"title":"Source","fieldType":"text"}]""")]
    public async Task Custom_fields_are_read_with_their_types_by_either_version(string body)
    {
        await using var server = await CannedServer.Answering(200, body);

        var fields = await Client.CustomFields(server.V4, Never);
        var same = await Client.CustomFields(server.V3, Never);

        Assert.Equal((ListingState.Read, "", 1, true), (fields.State, fields.Reason, fields.Calls, fields.IsComplete));
        Assert.Equal(
            [("Budget", AccountFieldType.Number), ("Source", AccountFieldType.Text)],
            fields.Items.Select(field => (field.Title, field.Type?.Known)));
        Assert.Equal(fields.Items.Select(field => field.Title), same.Items.Select(field => field.Title));
        Assert.All(server.Requests, asked => Assert.Equal(
            ("GET", "/v3/custom-fields", "Bearer " + CannedServer.Key), (asked.Method, asked.Target, asked.Headers["Authorization"])));
    }

    [Theory]
    [InlineData(401, "", ListingState.NotPermitted, "Reply.io rejected the API key (status 401).")]
    [InlineData(403, """{"detail":"The key lacks a scope."}""", ListingState.NotPermitted, "The key lacks a scope.")]
    [InlineData(404, """{"title":"Not Found"}""", ListingState.NotOffered, "Reply.io does not offer this list (status 404).")]
    [InlineData(405, "", ListingState.NotOffered, "Reply.io does not offer this list (status 405).")]
    [InlineData(500, "", ListingState.NotRead, "Reply.io had an internal error (status 500).")]
    [InlineData(200, "<html>Sign in</html>", ListingState.NotRead, "Reply.io returned an unexpected response (status 200).")]
    [InlineData(200, """[{"title":"Bud""", ListingState.NotRead, "Reply.io returned an unexpected response (status 200).")]
    [InlineData(200, "7", ListingState.NotRead, "Reply.io returned an unexpected response (status 200).")]
    public async Task Without_a_list_the_answer_says_why(int status, string body, ListingState state, string reason)
    {
        await using var server = await CannedServer.Answering(status, body);

        var fields = await Client.CustomFields(server.V4, Never);
        var sequences = await Client.Sequences(server.V4, Never);

        Assert.Equal((state, reason, status), (fields.State, fields.Reason, fields.Status));
        Assert.Equal((state, reason, status), (sequences.State, sequences.Reason, sequences.Status));
        Assert.Empty(fields.Items);
        Assert.Empty(sequences.Items);
    }

    [Fact]
    public async Task A_rate_limit_says_how_long_to_wait()
    {
        await using var server = await CannedServer.Answering(429, retryAfter: "7");

        var fields = await Client.CustomFields(server.V4, Never);

        Assert.Equal((ListingState.NotRead, true, TimeSpan.FromSeconds(7)), (fields.State, fields.IsRateLimited, fields.RetryAfter));
    }

    [Fact]
    public async Task Sequences_are_read_page_by_page_up_to_the_most()
    {
        await using var server = await CannedServer.Doing(http => CannedServer.Answer(http, 200,
            $$"""{"items":[{"id":{{int.Parse(http.Request.Query["skip"].FirstOrDefault() ?? "0", InvariantCulture) + 1}},"name":"One","status":"Active"},{"name":"No id"}],"hasMore":true}"""));

        var sequences = await Client.Sequences(server.V4, Never, mostPages: 3);

        Assert.Equal((ListingState.Read, 3, false), (sequences.State, sequences.Calls, sequences.IsComplete));
        Assert.Equal([new(1, "One", "Active", false), new(3, "One", "Active", false), new(5, "One", "Active", false)], sequences.Items);
        Assert.Equal(
            ["/v3/sequences?top=100", "/v3/sequences?top=100&skip=2", "/v3/sequences?top=100&skip=4"],
            server.Requests.Select(asked => asked.Target));
    }

    [Theory]
    [InlineData("""[{"id":1,"name":"Fair","isShared":true},{"id":"2","name":" Calls ","more":{}}]""")]
    [InlineData("""{"items":[{"id":1,"name":"Fair","isShared":true},{"id":0,"name":"No"},{"id":3},{"id":2,"name":"Calls"}],"hasMore":false}""")]
    public async Task Lists_are_read_bare_or_in_pages(string body)
    {
        await using var server = await CannedServer.Answering(200, body);

        var lists = await Client.Lists(server.V4, Never);

        Assert.Equal((ListingState.Read, 1, true), (lists.State, lists.Calls, lists.IsComplete));
        Assert.Equal([new(1, "Fair", true), new(2, "Calls", false)], lists.Items);
        Assert.Equal(("GET", "/v3/contact-lists?top=100"), (server.Only.Method, server.Only.Target));
    }

    [Fact]
    public async Task Lists_that_are_not_offered_say_so()
    {
        await using var server = await CannedServer.Answering(404);

        var lists = await Client.Lists(server.V3, Never);

        Assert.Equal((ListingState.NotOffered, "Reply.io does not offer this list (status 404)."), (lists.State, lists.Reason));
    }

    [Fact]
    public async Task A_sequence_says_whether_it_is_archived_and_perhaps_its_steps()
    {
        await using var server = await CannedServer.Answering(200, """
            {"items":[{"id":1,"name":"One","status":"paused","isArchived":true},{"id":2,"name":"Two","status":"Archived"},
            {"id":3,"name":"Three","steps":[{"id":31,"number":"1","type":"Email"},{"id":"32","number":2},{"type":"Call"},null,7]}]}
            """);

        var sequences = (await Client.Sequences(server.V4, Never)).Items;

        Assert.Equal([(1, "paused", true), (2, "Archived", true), (3, null, false)],
            sequences.Select(sequence => (sequence.Id, sequence.Status, sequence.IsArchived)));
        Assert.Equal([new(31, "1", "Email"), new(32, "2", null)], sequences[2].Steps);
    }

    [Fact]
    public async Task A_page_that_fails_is_no_list_of_sequences()
    {
        await using var server = await CannedServer.Doing(http => http.Request.Query.ContainsKey("skip")
            ? CannedServer.Answer(http, 500, "")
            : CannedServer.Answer(http, 200, """{"items":[{"id":1,"name":"One"}],"hasMore":true}"""));

        var sequences = await Client.Sequences(server.V4, Never);

        Assert.Equal((ListingState.NotRead, 2), (sequences.State, sequences.Calls));
        Assert.Empty(sequences.Items);
    }
}
