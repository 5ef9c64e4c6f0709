using System.Net;
using System.Text.Json.Nodes;
using LeadCapture.Sandbox;
using Microsoft.Extensions.Time.Testing;

namespace LeadCapture.Tests.Sandbox;

public class ContactTests
{
    private static readonly FakeTimeProvider Noon = new(new(2026, 3, 8, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_created_contact_comes_back_in_the_shape_of_v4()
    {
        await using var sandbox = await SandboxClient.Start(SandboxClient.At(Noon));

        var reply = await sandbox.Creates("""
            {"email":"john.doe@company.com","firstName":"John","title":"Head of Sales","phone":"+1-415-555-0123","phone2":"2",
             "companySize":"OneThousand","accountId":100,"customFields":[{"key":"leadSource","value":"Conference"}]}
            """);

        Assert.Equal(HttpStatusCode.Created, reply.Status);
        var expected = JsonNode.Parse("""
            {"id":1001,"email":"john.doe@company.com","firstName":"John","lastName":null,"title":"Head of Sales","company":null,
             "domain":"company.com","companySize":"OneThousand","city":null,"state":null,"country":null,"timeZoneId":null,
             "phone":"+1-415-555-0123","phoneStatus":"NotValidated","linkedInUrl":null,"linkedInSalesNavigatorUrl":null,
             "linkedInRecruiterUrl":null,"industry":null,"notes":null,"ownerUserId":42,"accountId":100,"isOptedOut":false,
             "addingDate":"2026-03-08T12:00:00+00:00","createdAt":"2026-03-08T12:00:00","lastModifiedAt":"2026-03-08T12:00:00",
             "customFields":[{"key":"leadSource","value":"Conference"}],
             "sequences":[
               {"sequenceId":100,"sequenceName":"Welcome","status":"Active","currentStep":1,
                "addingDate":"2026-03-08T12:00:00+00:00","emailAccountId":101,"linkedInAccountId":null},
               {"sequenceId":200,"sequenceName":"Decision makers","status":"Active","currentStep":1,
                "addingDate":"2026-03-08T12:00:00+00:00","emailAccountId":null,"linkedInAccountId":null}],
             "lists":[{"listId":10,"listName":"Call back","isShared":false},
                      {"listId":20,"listName":"Source: Conference","isShared":true}]}
            """);
        Assert.True(JsonNode.DeepEquals(expected, reply.Json), reply.Text);
    }

    [Theory]
    [InlineData("VP Marketing", 2)]
    [InlineData("Co-founder/CTO", 2)]
    [InlineData("Headhunter", 1)]
    public async Task Whole_words_of_the_title_make_a_decision_maker(string title, int sequences)
    {
        await using var sandbox = await SandboxClient.Start();

        var reply = await sandbox.Creates($$"""{"email":"ann@example.com","title":"{{title}}"}""");

        Assert.Equal(sequences, reply.Json["sequences"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_contact_without_email_joins_no_sequence()
    {
        await using var sandbox = await SandboxClient.Start();

        var reply = await sandbox.Creates("""{"linkedInUrl":"https://www.linkedin.com/in/ann","title":"CEO"}""");

        Assert.Empty(reply.Json["sequences"]!.AsArray());
        Assert.Empty(reply.Json["lists"]!.AsArray());
    }

    [Fact]
    public async Task A_known_email_updates_its_contact()
    {
        await using var sandbox = await SandboxClient.Start();
        var first = await sandbox.Creates("""{"email":"ann@example.com","firstName":"Ann","city":"Oslo"}""");

        var second = await sandbox.Creates("""{"email":"ANN@example.com","city":"Bergen"}""");

        Assert.Equal(HttpStatusCode.Created, second.Status);
        Assert.Equal((int?)first.Json["id"], (int?)second.Json["id"]);
        Assert.Equal(("Ann", "Bergen"), ((string?)second.Json["firstName"], (string?)second.Json["city"]));
        Assert.Equal(2, Assert.Single(sandbox.State.Contacts).CreatedTimes);
        Assert.Equal((2, 2L, 1, 1L),
            (sandbox.State.CreatesOf("ann@example.com"), sandbox.State.Created, sandbox.State.Distinct, sandbox.State.Doubled));
    }

    [Fact]
    public async Task A_known_email_can_be_refused()
    {
        await using var sandbox = await SandboxClient.Start(new() { Duplicates = Duplicates.Refuse });
        await sandbox.Creates(SandboxClient.Ann);

        var reply = await sandbox.Creates(SandboxClient.Ann);

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Null(reply.Json["code"]);
        Assert.Equal((1L, 1L, 1L), (sandbox.State.Created, sandbox.State.Doubled, sandbox.State.Rejected));
    }

    [Fact]
    public async Task A_known_email_can_make_another_contact()
    {
        await using var sandbox = await SandboxClient.Start(new() { Duplicates = Duplicates.CreateAgain });
        await sandbox.Creates(SandboxClient.Ann);

        await sandbox.Creates(SandboxClient.Ann);

        Assert.Equal(2, sandbox.State.Contacts.Select(contact => contact.Id).Distinct().Count());
        Assert.Equal((2, 1), (sandbox.State.CreatesOf("ann@example.com"), sandbox.State.Distinct));
    }

    [Theory]
    [InlineData("ANN@", 1)]
    [InlineData("linkedin.com/in/bob", 1)]
    [InlineData("example.com", 2)]
    [InlineData("nobody", 0)]
    public async Task A_filter_finds_what_contains_the_term(string term, int found)
    {
        await using var sandbox = await SandboxClient.Start();
        await sandbox.Creates(SandboxClient.Ann);
        await sandbox.Creates("""{"email":"bob@example.com","linkedInUrl":"https://www.linkedin.com/in/bob"}""");

        var reply = await sandbox.Posts("/v4/contacts/filter", $$"""{"searchTerm":"{{term}}","top":10}""");

        Assert.Equal(found, reply.Json["items"]!.AsArray().Count);
        Assert.All(reply.Json["items"]!.AsArray(), contact => Assert.NotNull(contact!["sequences"]));
        Assert.False((bool)reply.Json["hasMore"]!);
    }

    [Fact]
    public async Task A_filter_says_that_there_is_more()
    {
        await using var sandbox = await SandboxClient.Start();
        await sandbox.Creates(SandboxClient.Ann);
        await sandbox.Creates("""{"email":"bob@example.com"}""");

        var first = await sandbox.Posts("/v4/contacts/filter", """{"top":1}""");
        var second = await sandbox.Posts("/v4/contacts/filter", """{"top":1,"skip":1}""");

        Assert.True((bool)first.Json["hasMore"]!);
        Assert.False((bool)second.Json["hasMore"]!);
        Assert.Equal("bob@example.com", (string?)second.Json["items"]![0]!["email"]);
    }

    [Theory]
    [InlineData(0, 25)]
    [InlineData(25, 1)]
    public async Task A_page_has_25_contacts_where_nothing_is_said(int skip, int expected)
    {
        await using var sandbox = await SandboxClient.Start();
        foreach (var number in Enumerable.Range(1, 26))
            sandbox.State.Know($$"""{"email":"ann{{number}}@example.com","firstName":"Ann"}""");

        var v4 = await sandbox.Posts("/v4/contacts/filter", $$"""{"searchTerm":"@example.com","skip":{{skip}}}""");
        var v3 = await sandbox.Gets($"/v3/contacts?skip={skip}");

        Assert.All([v4, v3], page => Assert.Equal(
            (expected, skip == 0), (page.Json["items"]!.AsArray().Count, (bool)page.Json["hasMore"]!)));
    }

    [Fact]
    public async Task A_change_touches_what_was_sent_and_names_custom_fields()
    {
        await using var sandbox = await SandboxClient.Start();
        await sandbox.Creates("""{"email":"ann@example.com","city":"Oslo","company":"Acme"}""");

        var reply = await sandbox.Sends(HttpMethod.Patch, "/v4/contacts/1001",
            """{"city":null,"customFields":[{"id":1,"value":"Fair"},{"name":"budget","value":"10k"}]}""");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal((null, "Acme"), ((string?)reply.Json["city"], (string?)reply.Json["company"]));
        Assert.Equal("""[{"key":"leadSource","value":"Fair"},{"key":"budget","value":"10k"}]""",
            reply.Json["customFields"]!.ToJsonString());
        Assert.Equal(reply.Text, (await sandbox.Gets("/v4/contacts/1001")).Text);
    }
}
