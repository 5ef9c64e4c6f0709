using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace LeadCapture.Tests.Sandbox;

public class StrictnessTests
{
    [Theory]
    [InlineData("""["ann@example.com"]""", "")]
    [InlineData("""{"email":""", "")]
    [InlineData("""{"email":"ann@example.com","email":"bob@example.com"}""", "")]
    [InlineData("""{"email":"ann@example.com","fax":"1"}""", "/fax")]
    [InlineData("""{"email":"ann@example.com","a/b~c":"1"}""", "/a~1b~0c")]
    [InlineData("""{"email":"ann@example.com","firstName":1}""", "/firstName")]
    [InlineData("""{"email":"ann@example.com","firstName":null}""", "/firstName")]
    [InlineData("""{"email":"ann@example.com","firstName":""}""", "/firstName")]
    [InlineData("""{"email":"ann@example.com","firstName":"\ud800"}""", "/firstName")]
    [InlineData("""{"email":"ann@example.com","companySize":"Eleven"}""", "/companySize")]
    [InlineData("""{"email":"ann@example.com","companySize":"ten"}""", "/companySize")]
    [InlineData("""{"email":"ann"}""", "/email")]
    [InlineData("""{"email":"ann@@example.com"}""", "/email")]
    [InlineData("""{"email":"ann@example"}""", "/email")]
    [InlineData("""{"linkedInUrl":"www.linkedin.com/in/ann"}""", "/linkedInUrl")]
    [InlineData("""{"email":"ann@example.com","linkedInRecruiterUrl":"ftp://linkedin.com"}""", "/linkedInRecruiterUrl")]
    [InlineData("""{"email":"ann@example.com","accountId":"100"}""", "/accountId")]
    [InlineData("""{"email":"ann@example.com","accountId":1.5}""", "/accountId")]
    [InlineData("""{"email":"ann@example.com","customFields":{}}""", "/customFields")]
    [InlineData("""{"email":"ann@example.com","customFields":["x"]}""", "/customFields/0")]
    [InlineData("""{"email":"ann@example.com","customFields":[{"key":"a","value":"b"},{"key":"c"}]}""", "/customFields/1/value")]
    [InlineData("""{"email":"ann@example.com","customFields":[{"value":"b"}]}""", "/customFields/0/key")]
    [InlineData("""{"email":"ann@example.com","customFields":[{"key":"a","value":7}]}""", "/customFields/0/value")]
    [InlineData("""{"email":"ann@example.com","customFields":[{"key":"a","value":""}]}""", "/customFields/0/value")]
    [InlineData("""{"email":"ann@example.com","customFields":[{"name":"a","value":"b"}]}""", "/customFields/0/name")]
    public async Task A_wrong_body_is_refused_with_a_pointer(string body, string wrong)
    {
        await using var sandbox = await SandboxClient.Start();

        var reply = await sandbox.Creates(body);

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (reply.Status, reply.Type));
        Assert.Equal(wrong, reply.Pointer);
        Assert.Empty(sandbox.State.Contacts);
    }

    [Theory]
    [InlineData(90, HttpStatusCode.Created)]
    [InlineData(91, HttpStatusCode.BadRequest)]
    public async Task A_custom_field_key_has_at_most_90_characters(int length, HttpStatusCode expected)
    {
        await using var sandbox = await SandboxClient.Start();
        var field = new JsonObject { ["key"] = new string('k', length), ["value"] = "v" };

        var reply = await sandbox.Creates(new JsonObject
        {
            ["email"] = "ann@example.com",
            ["customFields"] = new JsonArray(field),
        }.ToJsonString());

        Assert.Equal(expected, reply.Status);
    }

    [Fact]
    public async Task A_contact_without_email_and_LinkedIn_URL_is_refused_with_a_code()
    {
        await using var sandbox = await SandboxClient.Start();

        var reply = await sandbox.Creates("""{"firstName":"Ann"}""");

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal("contact.invalidInput", (string?)reply.Json["code"]);
    }

    [Fact]
    public async Task Only_JSON_is_taken()
    {
        await using var sandbox = await SandboxClient.Start();
        using var text = new StringContent(SandboxClient.Ann, Encoding.UTF8, "text/plain");

        var response = await sandbox.Http.PostAsync("/v4/contacts", text, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task A_body_over_one_megabyte_is_refused()
    {
        await using var sandbox = await SandboxClient.Start();

        var reply = await sandbox.Creates($$"""{"email":"ann@example.com","notes":"{{new string('n', 1024 * 1024)}}"}""");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, reply.Status);
    }

    [Theory]
    [InlineData("/v4/leads")]
    [InlineData("/v5/contacts")]
    [InlineData("/v4/contacts/one")]
    [InlineData("/v4/contacts/1001")]
    [InlineData("/v4/whoami")]
    public async Task An_unknown_address_is_a_problem(string path)
    {
        await using var sandbox = await SandboxClient.Start();

        var reply = await sandbox.Gets(path);

        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (reply.Status, reply.Type));
    }
}
