using System.Text.Json;
using LeadCapture.ReplyIo;

namespace LeadCapture.Tests.ReplyIo;

public class ToleranceTests
{
    private const string Documented = """
        {"id":12345,"email":"john.doe@company.com","firstName":"John","lastName":"Doe","title":"Senior Product Manager",
        "company":"Tech Solutions Inc","domain":"company.com","companySize":"OneThousand","city":"San Francisco","state":"CA",
        "country":"United States","timeZoneId":"America/Los_Angeles","phone":"+1-415-555-0123","phoneStatus":"Valid",
        "linkedInUrl":"https://www.linkedin.com/in/johndoe",
        "linkedInSalesNavigatorUrl":"https://www.linkedin.com/sales/profile/123456",
        "linkedInRecruiterUrl":"https://www.linkedin.com/recruiter/profile/789012","industry":"Software & Technology",
        "notes":"Met at SaaS Conference 2024","ownerUserId":42,"accountId":100,"isOptedOut":false,
        "addingDate":"2024-03-08T10:00:00+00:00","createdAt":"2024-03-08T10:00:00","lastModifiedAt":"2024-03-10T15:30:00",
        "customFields":[{"key":"leadSource","value":"Conference"},{"key":"budget","value":"100k-250k"}],
        "sequences":[{"sequenceId":100,"sequenceName":"Sales Outreach","status":"Active","currentStep":2,
        "addingDate":"2024-03-08T10:00:00+00:00","emailAccountId":101,"linkedInAccountId":null}],
        "lists":[{"listId":10,"listName":"Hot Leads","isShared":false}]}
        """;

    [Fact]
    public void The_documented_contact_is_read_whole_and_written_the_same()
    {
        var contact = Contact.Parse(Documented)!;

        Assert.All(typeof(Contact).GetProperties(), property => Assert.NotNull(property.GetValue(contact)));
        Assert.Equal([new("leadSource", "Conference"), new("budget", "100k-250k")], contact.CustomFields!);
        Assert.Equal((100, 2, 101L, null), Sequence(contact));
        Assert.Equal(new ListMembership { ListId = 10, ListName = "Hot Leads", IsShared = false }, contact.Lists![0]);
        Assert.True(JsonElement.DeepEquals(
            JsonDocument.Parse(Documented.Replace(",\"linkedInAccountId\":null", "")).RootElement,
            JsonDocument.Parse(contact.ToJson()).RootElement));
    }

    [Fact]
    public void Missing_null_and_empty_are_all_no_value()
    {
        foreach (var empty in (string[])["null", "\"\""])
        {
            var contact = Contact.Parse($$"""{"id":1,{{EveryMember(empty)}}}""");
            Assert.Equal(new Contact { Id = 1 }, contact);
        }

        Assert.Equal(new Contact { Id = 1 }, Contact.Parse("""{"id":1}"""));
        Assert.Equal("""{"id":1}""", new Contact { Id = 1 }.ToJson());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[[]]")]
    [InlineData("true")]
    [InlineData("12.5")]
    [InlineData("99999999999999999999")]
    [InlineData("\"garbage\"")]
    [InlineData("[{\"a\":[1,{\"b\":2}]},null,\"x\",3]")]
    public void A_value_of_an_unexpected_kind_costs_no_contact(string value)
    {
        var contact = Contact.Parse($$"""{"unknown":{{value}},{{EveryMember(value)}},"id":1}""");

        Assert.Equal(1, contact?.Id);
    }

    [Fact]
    public void A_number_is_kept_as_text_and_text_is_read_as_a_number()
    {
        var contact = Contact.Parse("""
            {"id":"12","phone":4155550123,"title":true,"ownerUserId":"42","accountId":"x","isOptedOut":"TRUE",
            "customFields":[{"key":77,"value":3.50},{"value":"no key"},{"key":"empty","value":""}]}
            """)!;

        Assert.Equal((12, "4155550123", "true"), (contact.Id, contact.Phone, contact.Title));
        Assert.Equal((42, null, true), (contact.OwnerUserId, contact.AccountId, contact.IsOptedOut));
        Assert.Equal([new("77", "3.50"), new("empty", null)], contact.CustomFields!);
    }

    [Theory]
    [InlineData("\"OneThousand\"", "OneThousand", CompanySize.OneThousand)]
    [InlineData("\"onethousand\"", "onethousand", CompanySize.OneThousand)]
    [InlineData("\"Million\"", "Million", null)]
    [InlineData("6", "6", null)]
    [InlineData("\"6\"", "6", null)]
    public void An_enum_keeps_its_text_and_is_known_without_case(string json, string text, CompanySize? known)
    {
        var contact = Contact.Parse($$"""{"id":1,"companySize":{{json}}}""")!;

        Assert.Equal(new ExtensibleEnum<CompanySize>(text, known), contact.CompanySize);
    }

    [Theory]
    [InlineData("Empty")]
    [InlineData("SelfEmployed")]
    [InlineData("Ten")]
    [InlineData("Fifty")]
    [InlineData("TwoHundred")]
    [InlineData("FiveHundred")]
    [InlineData("OneThousand")]
    [InlineData("FiveThousand")]
    [InlineData("TenThousand")]
    [InlineData("OverTenThousand")]
    public void Every_documented_company_size_is_known(string text) =>
        Assert.Equal(text, ExtensibleEnum.Parse<CompanySize>(text).Known.ToString());

    [Theory]
    [InlineData("Pending")]
    [InlineData("Invalid")]
    [InlineData("Valid")]
    [InlineData("ValidationFailed")]
    [InlineData("notValidated")]
    public void Every_documented_phone_status_is_known(string text) => Assert.NotNull(ExtensibleEnum.Parse<PhoneStatus>(text).Known);

    [Theory]
    [InlineData("2024-03-08T10:00:00", "2024-03-08T10:00:00.0000000", null)]
    [InlineData("2024-03-08T10:00:00.1", "2024-03-08T10:00:00.1000000", null)]
    [InlineData("2024-03-08T10:00:00.1234567", "2024-03-08T10:00:00.1234567", null)]
    [InlineData("2024-03-08T10:00:00Z", "2024-03-08T10:00:00.0000000", 0)]
    [InlineData("2024-03-08T10:00:00+00:00", "2024-03-08T10:00:00.0000000", 0)]
    [InlineData("2024-03-08T10:00:00.1234567+02:00", "2024-03-08T10:00:00.1234567", 120)]
    [InlineData("2024-03-08T10:00:00.123-05:30", "2024-03-08T10:00:00.1230000", -330)]
    [InlineData("2024-03-08", "2024-03-08T00:00:00.0000000", null)]
    [InlineData("yesterday", null, null)]
    [InlineData("yesterday, at about +02:00", null, null)]
    [InlineData("2024-13-08T10:00:00Z", null, null)]
    [InlineData("1710000000", null, null)]
    public void A_date_keeps_its_text_and_invents_no_offset(string text, string? local, int? offsetMinutes)
    {
        var date = Contact.Parse($$"""{"id":1,"createdAt":"{{text}}"}""")!.CreatedAt!.Value;

        Assert.Equal((text, local), (date.Text, date.Local?.ToString("yyyy-MM-ddTHH:mm:ss.fffffff", InvariantCulture)));
        Assert.Equal(offsetMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : null, date.Offset);
        Assert.True(date.Local is null or { Kind: DateTimeKind.Unspecified });
    }

    [Fact]
    public void None_is_not_the_same_as_not_reported()
    {
        var contact = Contact.Parse("""{"id":1,"sequences":[],"lists":null}""")!;

        Assert.Empty(contact.Sequences!);
        Assert.Null(contact.Lists);
        Assert.Equal("""{"id":1,"sequences":[]}""", contact.ToJson());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"id":2147483648}""")]
    [InlineData("""{"id":1,"notes":"\ud800"}""")]
    public void What_is_no_contact_is_null(string? json) => Assert.Null(Contact.Parse(json));

    [Fact]
    public void A_contact_prints_nothing_about_the_person() =>
        Assert.Equal(("Contact 12345", "NewContact"), ($"{Contact.Parse(Documented)}", $"{new NewContact { Email = "a@b.c" }}"));

    private static string EveryMember(string value) => string.Join(',', JsonDocument.Parse(Documented)
        .RootElement.EnumerateObject().Where(member => member.Name != "id").Select(member => $"\"{member.Name}\":{value}"));

    private static (int?, int?, long?, long?) Sequence(Contact contact) => contact.Sequences![0] switch
    {
        var it => (it.SequenceId, it.CurrentStep, it.EmailAccountId, it.LinkedInAccountId),
    };
}
