using System.Net;
using LeadCapture.Sandbox;

namespace LeadCapture.Tests.Sandbox;

/// The custom fields of the account change while the sandbox runs.
public class CustomFieldTests
{
    [Fact]
    public async Task A_renamed_custom_field_keeps_its_values_and_is_unknown_under_its_old_name()
    {
        await using var sandbox = await SandboxClient.Start();
        await sandbox.Creates("""{"email":"ann@example.com","customFields":[{"key":"budget","value":"10"}]}""");

        Assert.Equal(HttpStatusCode.OK, (await Orders(sandbox, "title=Budget&to=Budget 2027")).Status);
        await sandbox.Creates("""{"email":"bob@example.com","customFields":[{"key":"budget","value":"20"},{"key":"color","value":"red"}]}""");

        Assert.Equal(["leadSource", "Budget 2027", "color"], await Titles(sandbox));
        Assert.Contains("Budget 2027", sandbox.State.Contacts[0].Json, StringComparison.Ordinal);
        Assert.DoesNotContain("udget", sandbox.State.Contacts[1].Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_custom_field_is_added_removed_and_forgotten()
    {
        await using var sandbox = await SandboxClient.Start();

        await Orders(sandbox, "to=Seats&type=number");
        await Orders(sandbox, "title=budget");
        Assert.Equal(["leadSource", "Seats"], await Titles(sandbox));
        Assert.Equal("number", (string?)(await sandbox.Gets("/v3/custom-fields")).Json[1]!["fieldType"]);

        sandbox.State.Reset();
        Assert.Equal(["leadSource", "budget"], await Titles(sandbox));
    }

    [Theory]
    [InlineData("title=nothing&to=other")]
    [InlineData("title=budget&to=LEADSOURCE")]
    [InlineData("")]
    public async Task A_wrong_order_is_refused(string order)
    {
        await using var sandbox = await SandboxClient.Start();

        Assert.Equal((HttpStatusCode.BadRequest, "/title"), await Orders(sandbox, order) is var reply ? (reply.Status, reply.Pointer) : default);
        Assert.Equal(["leadSource", "budget"], await Titles(sandbox));
    }

    [Fact]
    public async Task A_key_without_the_scope_reads_neither_custom_fields_nor_sequences()
    {
        await using var sandbox = await SandboxClient.Start();
        sandbox.State.Play(Scene.NoScope);

        Assert.Equal(HttpStatusCode.Forbidden, (await sandbox.Gets("/v3/custom-fields")).Status);
        Assert.Equal("insufficient_scope", (string?)(await sandbox.Gets("/v3/sequences")).Json["code"]);
        Assert.Equal(HttpStatusCode.Created, (await sandbox.Creates(SandboxClient.Ann)).Status);
    }

    private static async Task<Reply> Orders(SandboxClient sandbox, string order)
    {
        using var body = new FormUrlEncodedContent(order.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('='))
            .Select(part => KeyValuePair.Create(part[0], part[1])));
        using var answer = await sandbox.Http.PostAsync(new Uri("/_sandbox/custom-fields", UriKind.Relative), body, TestContext.Current.CancellationToken);
        return await Reply.Of(answer);
    }

    private static async Task<IEnumerable<string?>> Titles(SandboxClient sandbox) =>
        (await sandbox.Gets("/v3/custom-fields")).Json.AsArray().Select(field => (string?)field!["title"]);
}
