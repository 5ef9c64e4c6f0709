using System.Text.Json;
using LeadCapture.ReplyIo;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadCapture.Tests.ReplyIo;

public class RequestTests
{
    private static CancellationToken Never => TestContext.Current.CancellationToken;

    private static readonly Dictionary<string, Func<NewContact, string?, NewContact>> Setters = new()
    {
        ["email"] = (contact, text) => contact with { Email = text },
        ["firstName"] = (contact, text) => contact with { FirstName = text },
        ["lastName"] = (contact, text) => contact with { LastName = text },
        ["phone"] = (contact, text) => contact with { Phone = text },
        ["phone2"] = (contact, text) => contact with { Phone2 = text },
        ["title"] = (contact, text) => contact with { Title = text },
        ["company"] = (contact, text) => contact with { Company = text },
        ["companySize"] = (contact, text) => contact with { CompanySize = text },
        ["industry"] = (contact, text) => contact with { Industry = text },
        ["city"] = (contact, text) => contact with { City = text },
        ["state"] = (contact, text) => contact with { State = text },
        ["country"] = (contact, text) => contact with { Country = text },
        ["timeZoneId"] = (contact, text) => contact with { TimeZoneId = text },
        ["linkedInUrl"] = (contact, text) => contact with { LinkedInUrl = text },
        ["linkedInSalesNavigatorUrl"] = (contact, text) => contact with { LinkedInSalesNavigatorUrl = text },
        ["linkedInRecruiterUrl"] = (contact, text) => contact with { LinkedInRecruiterUrl = text },
        ["notes"] = (contact, text) => contact with { Notes = text },
    };

    public static TheoryData<string> TextFields => [.. Setters.Keys];

    [Theory, MemberData(nameof(TextFields))]
    public void A_text_field_is_sent_by_its_name_and_left_out_when_empty(string field)
    {
        const string text = "Zoë \"Z\" <z@example.com>\n+1";

        var json = JsonDocument.Parse(Setters[field](new(), text).ToJson()).RootElement;

        Assert.Equal((field, text), (Assert.Single(json.EnumerateObject()).Name, json.GetProperty(field).GetString()));
        Assert.All([null, "", "  "], empty => Assert.Equal("{}", Setters[field](new(), empty).ToJson()));
        Assert.Equal(Setters[field](new(), text), NewContact.Parse(Setters[field](new(), text).ToJson()));
    }

    [Fact]
    public void No_request_field_was_forgotten()
    {
        var known = typeof(NewContact).GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));

        Assert.Equal(known.Order(), Setters.Keys.Concat(["accountId", "customFields"]).Order());
    }

    [Fact]
    public void An_account_is_a_number_and_left_out_when_missing()
    {
        Assert.Equal("""{"accountId":100}""", new NewContact { AccountId = 100 }.ToJson());
        Assert.Equal(100, NewContact.Parse("""{"accountId":"100"}""")?.AccountId);
    }

    [Fact]
    public void A_custom_field_without_key_or_value_is_not_sent()
    {
        CustomField[] fields = [new("a", "1"), new("b", ""), new("c", null), new("", "2"), new("d", " "), new("e", "3")];

        Assert.Equal(
            """{"customFields":[{"key":"a","value":"1"},{"key":"e","value":"3"}]}""",
            new NewContact { CustomFields = fields }.ToJson());
        Assert.Equal("{}", new NewContact { CustomFields = [new("b", "")] }.ToJson());
        Assert.Equal("{}", new NewContact { CustomFields = [] }.ToJson());
    }

    [Fact]
    public async Task A_create_is_a_post_with_a_length_and_the_body_of_ToJson()
    {
        await using var server = await CannedServer.Answering(200, CannedServer.Contact);
        var contact = new NewContact { Email = "ann@example.com", AccountId = 3, CustomFields = [new("source", "Fair")] };

        await new ReplyIoClient().Create(contact, server.V4, Never);

        var asked = server.Only;
        Assert.Equal(("POST", "/v4/contacts", contact.ToJson()), (asked.Method, asked.Target, asked.Body));
        Assert.Equal("""{"email":"ann@example.com","accountId":3,"customFields":[{"key":"source","value":"Fair"}]}""",
            asked.Body);
        Assert.StartsWith("application/json", asked.Headers["Content-Type"]);
        Assert.Equal(asked.Body.Length.ToString(InvariantCulture), asked.Headers["Content-Length"]);
        Assert.Equal("application/json", asked.Headers["Accept"]);
        Assert.Equal("LeadCapture", asked.Headers["User-Agent"]);
        Assert.DoesNotContain("traceparent", asked.Headers.Keys);
    }

    [Theory]
    [InlineData(ApiVersion.V4, AuthorizationScheme.XApiKey, "X-API-Key", "k-1")]
    [InlineData(ApiVersion.V4, AuthorizationScheme.Bearer, "Authorization", "Bearer k-1")]
    [InlineData(ApiVersion.V3, AuthorizationScheme.XApiKey, "X-API-Key", "k-1")]
    [InlineData(ApiVersion.V3, AuthorizationScheme.Bearer, "Authorization", "Bearer k-1")]
    public async Task The_key_is_sent_as_the_connection_says(
        ApiVersion version, AuthorizationScheme scheme, string header, string value)
    {
        await using var server = await CannedServer.Answering(400);

        await new ReplyIoClient().Create(new(), new ReplyIoConnection(server.Url, version, scheme, " k-1\n"), Never);

        Assert.Equal(value, server.Only.Headers[header]);
        Assert.Equal(version == ApiVersion.V4 ? "/v4/contacts" : "/v3/contacts", server.Only.Target);
        Assert.DoesNotContain(scheme == AuthorizationScheme.Bearer ? "X-API-Key" : "Authorization", server.Only.Headers.Keys);
    }

    [Fact]
    public async Task Address_and_key_may_change_between_two_calls()
    {
        await using var one = await CannedServer.Answering(200, CannedServer.Contact);
        await using var two = await CannedServer.Answering(200, CannedServer.Contact);
        var client = new ReplyIoClient();

        await client.Create(new(), one.V4, Never);
        await client.Create(new(), new ReplyIoConnection(
            new Uri(two.Url, "/sandbox/"), ApiVersion.V4, AuthorizationScheme.XApiKey, "other"), Never);

        Assert.Equal(("/v4/contacts", CannedServer.Key), (one.Only.Target, one.Only.Headers["X-API-Key"]));
        Assert.Equal(("/sandbox/v4/contacts", "other"), (two.Only.Target, two.Only.Headers["X-API-Key"]));
    }

    [Fact]
    public void A_connection_never_prints_its_key()
    {
        var connection = new ReplyIoConnection(
            new Uri("https://user:hidden@api.reply.io/x?y"), ApiVersion.V3, AuthorizationScheme.Bearer, "the-key");

        Assert.DoesNotContain("the-key", $"{connection}");
        Assert.Throws<ArgumentException>(() => new ReplyIoConnection(new("/v4", UriKind.Relative), default, default, "k"));
        Assert.Throws<ArgumentException>(() => new ReplyIoConnection(new("ftp://reply.io"), default, default, "k"));
        var fault = Assert.Throws<ArgumentException>(
            () => new ReplyIoConnection(new("http://reply.io"), default, default, "the\nkey"));
        Assert.DoesNotContain("the\nkey", fault.ToString());
    }

    [Fact]
    public async Task A_registered_client_logs_nothing_and_is_one()
    {
        await using var server = await CannedServer.Answering(200, """{"items":[]}""");
        var log = new ListLogger();
        await using var services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace))
            .AddReplyIo(options => options.AttemptTimeout = TimeSpan.FromMinutes(1))
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        var answer = await services.GetRequiredService<ReplyIoClient>().LookUp("ann@example.com", null, server.V3, Never);

        Assert.Equal(Cause.NotFound, answer.Cause);
        Assert.Empty(log.Lines);
        Assert.Same(services.GetRequiredService<ReplyIoClient>(), services.GetRequiredService<ReplyIoClient>());
    }
}
