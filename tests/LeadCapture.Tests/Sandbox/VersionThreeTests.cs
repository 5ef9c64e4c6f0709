using System.Net;

namespace LeadCapture.Tests.Sandbox;

public class VersionThreeTests
{
    private const string Ann = """
        {"email":"ann@example.com","firstName":"Ann","phone":"1","linkedInUrl":"https://www.linkedin.com/in/ann"}
        """;

    [Fact]
    public async Task A_create_answers_without_sequences_and_lists()
    {
        await using var sandbox = await SandboxClient.Start();

        var reply = await sandbox.Posts("/v3/contacts", Ann);

        Assert.Equal(HttpStatusCode.Created, reply.Status);
        Assert.False(reply.Json.AsObject().ContainsKey("sequences"));
        Assert.False(reply.Json.AsObject().ContainsKey("lists"));
        Assert.Equal(reply.Text, (await sandbox.Gets("/v3/contacts/1001")).Text);
    }

    [Fact]
    public async Task A_create_needs_a_first_name()
    {
        await using var sandbox = await SandboxClient.Start();

        var reply = await sandbox.Posts("/v3/contacts", SandboxClient.Ann);

        Assert.Equal((HttpStatusCode.BadRequest, "/firstName"), (reply.Status, reply.Pointer));
    }

    [Fact]
    public async Task Sequences_and_lists_are_bare_arrays_with_names_of_their_own()
    {
        await using var sandbox = await SandboxClient.Start();
        await sandbox.Posts("/v3/contacts", Ann);

        var sequence = Assert.Single((await sandbox.Gets("/v3/contacts/1001/sequences")).Json.AsArray())!;
        var lists = await sandbox.Gets("/v3/contacts/1001/lists");

        Assert.Equal("Active", (string?)sequence["statusInSequence"]);
        Assert.Equal("Step 1", (string?)sequence["currentStep"]!["displayName"]);
        Assert.Equal("""[{"id":10,"name":"Call back"}]""", lists.Text);
    }

    [Theory]
    [InlineData("email=ANN%40example.com", 1)]
    [InlineData("email=ann", 0)]
    [InlineData("linkedIn=https%3A%2F%2Fwww.linkedin.com%2Fin%2Fann", 1)]
    [InlineData("linkedIn=linkedin.com", 0)]
    public async Task A_search_is_exact(string query, int found)
    {
        await using var sandbox = await SandboxClient.Start();
        await sandbox.Posts("/v3/contacts", Ann);

        var reply = await sandbox.Gets($"/v3/contacts?{query}");

        Assert.Equal(found, reply.Json["items"]!.AsArray().Count);
        Assert.False((bool)reply.Json["hasMore"]!);
    }

    [Fact]
    public async Task The_account_can_be_asked_about()
    {
        await using var sandbox = await SandboxClient.Start();

        Assert.Equal(42, (int?)(await sandbox.Gets("/v3/whoami")).Json["id"]);
        Assert.Equal("leadSource", (string?)(await sandbox.Gets("/v3/custom-fields")).Json[0]!["title"]);
        Assert.Equal(100, (int?)(await sandbox.Gets("/v3/sequences")).Json["items"]![0]!["id"]);
    }
}
