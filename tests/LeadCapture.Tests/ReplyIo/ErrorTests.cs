using LeadCapture.ReplyIo;

namespace LeadCapture.Tests.ReplyIo;

public class ErrorTests
{
    private static CancellationToken Never => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"title":"Bad","detail":"No input","code":"contact.invalidInput"}""", "contact.invalidInput", "No input")]
    [InlineData("""{"title":"Limit reached","status":400,"errorCode":1042}""", "1042", "Limit reached")]
    [InlineData("""{"message":"Old style"}""", null, "Old style")]
    [InlineData("""{"code":"x.y"}""", "x.y", "Reply.io refused the contact (status 400).")]
    [InlineData("""{"detail":7,"title":null,"errors":5,"code":{}}""", null, "7")]
    [InlineData("""{"detail":"cut sho""", null, "Reply.io refused the contact (status 400).")]
    [InlineData("""{"detail":"\ud800"}""", null, "Reply.io refused the contact (status 400).")]
    [InlineData("[]", null, "Reply.io refused the contact (status 400).")]
    [InlineData("<!doctype html><title>Oh</title>", null, "Reply.io refused the contact (status 400).")]
    [InlineData("Too\r\n  many contacts", null, "Too many contacts")]
    [InlineData("", null, "Reply.io refused the contact (status 400).")]
    public async Task A_refusal_says_why_in_a_sentence(string body, string? code, string reason)
    {
        var answer = await Refusal(body);

        Assert.Equal((Outcome.Refused, code, reason), (answer.Outcome, answer.Code, answer.Reason));
        Assert.Empty(answer.Problems);
    }

    [Theory]
    [InlineData("""{"errors":[{"pointer":"/firstName","detail":"Required"}]}""", "firstName", "Required")]
    [InlineData("""{"errors":[{"pointer":"#/customFields/0/value","detail":"Too long"}]}""", "customFields[0].value", "Too long")]
    [InlineData("""{"errors":[{"pointer":"/LinkedInUrl","message":"No URL"}]}""", "linkedInUrl", "No URL")]
    [InlineData("""{"errors":[{"pointer":"","detail":"Email or LinkedIn"}]}""", "", "Email or LinkedIn")]
    [InlineData("""{"errors":[{"detail":"Email or LinkedIn"}]}""", "", "Email or LinkedIn")]
    [InlineData("""{"errors":[{"pointer":"/email"}]}""", "email", "Not accepted")]
    [InlineData("""{"errors":[null,7,{},"Whole"]}""", "", "Whole")]
    [InlineData("""{"errors":{"FirstName":["Required"]}}""", "firstName", "Required")]
    [InlineData("""{"errors":{"$.accountId":["No number"]}}""", "accountId", "No number")]
    [InlineData("""{"errors":{"CustomFields[1].Value":"Too long"}}""", "customFields[1].value", "Too long")]
    [InlineData("""{"errors":{"":["Whole"]}}""", "", "Whole")]
    public async Task A_problem_names_the_field_as_it_was_sent(string body, string field, string detail)
    {
        var answer = await Refusal(body);

        Assert.Equal(new Problem(field, detail), Assert.Single(answer.Problems));
        Assert.Equal(field == "" ? detail : $"{field}: {detail}", answer.Reason);
    }

    [Fact]
    public async Task Every_message_of_every_field_is_kept()
    {
        var answer = await Refusal("""{"detail":"Not valid.","errors":{"email":["One.","Two."],"Phone":["Three."]}}""");

        Assert.Equal([new("email", "One."), new("email", "Two."), new("phone", "Three.")], answer.Problems);
        Assert.Equal("Not valid. email: One. email: Two. phone: Three.", answer.Reason);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(500)]
    public async Task No_answer_contains_the_key(int status)
    {
        var body = """{"detail":"Key KEY","code":"KEY","errors":[{"detail":"KEY"}]}""".Replace("KEY", CannedServer.Key);
        await using var server = await CannedServer.Answering(status, body, "application/problem+json");

        var answer = await new ReplyIoClient().Create(new(), server.V4, Never);

        Assert.DoesNotContain(CannedServer.Key, answer.Reason + answer.ResponseBody + answer.Code + answer.Problems[0] + answer);
        Assert.Contains("Key [key]", answer.Reason);
    }

    [Fact]
    public async Task A_long_reason_is_cut_and_never_inside_a_character()
    {
        var answer = await Refusal($$"""{"detail":"{{new string('x', 499)}}😀😀"}""");

        Assert.Equal(new string('x', 499), answer.Reason);
    }

    [Theory]
    [InlineData(429, "Reply.io's rate limit was reached (status 429).")]
    [InlineData(401, "Reply.io rejected the API key (status 401).")]
    [InlineData(502, "Reply.io had an internal error (status 502).")]
    [InlineData(302, "Reply.io's address redirects elsewhere (status 302).")]
    [InlineData(404, "Reply.io was not found at its address (status 404).")]
    [InlineData(407, "A proxy requires a sign-in (status 407).")]
    public async Task Without_a_body_the_reason_is_our_own(int status, string reason)
    {
        await using var server = await CannedServer.Answering(status);

        Assert.Equal(reason, (await new ReplyIoClient().Create(new(), server.V4, Never)).Reason);
    }

    private static async Task<ReplyIoResult> Refusal(string body)
    {
        await using var server = await CannedServer.Answering(400, body, "application/problem+json");
        return await new ReplyIoClient().Create(new(), server.V4, Never);
    }
}
