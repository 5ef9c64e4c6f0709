using System.Text.Json;
using System.Text.Json.Serialization;
using LeadCapture.Forms;
using LeadCapture.ReplyIo;

namespace LeadCapture.Leads;

/// What was typed: contact properties by their JSON names, and custom fields. No empty value is ever in it.
public sealed record Answers
{
    public Dictionary<string, string> Properties { get; init; } = [];
    public List<CustomAnswer> CustomFields { get; init; } = [];

    /// What came along unseen and is not sent as it came; null where there is none.
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public List<Remark>? Remarks { get; init; }

    [JsonIgnore]
    public string? Email => Properties.GetValueOrDefault("email");

    [JsonIgnore]
    public string? LinkedInUrl => Properties.GetValueOrDefault("linkedInUrl");

    public string ToJson() => JsonSerializer.Serialize(this, AnswersJson.Default.Answers);

    public static Answers Parse(string json) => JsonSerializer.Deserialize(json, AnswersJson.Default.Answers)!;

    /// The contact to send, by the form's mapping of this moment: a field that is not forwarded stays here.
    public NewContact ToContact(FormDefinition form) => new()
    {
        Email = Email,
        FirstName = Properties.GetValueOrDefault("firstName"),
        LastName = Properties.GetValueOrDefault("lastName"),
        Phone = Properties.GetValueOrDefault("phone"),
        Phone2 = Properties.GetValueOrDefault("phone2"),
        Title = Properties.GetValueOrDefault("title"),
        Company = Properties.GetValueOrDefault("company"),
        CompanySize = Properties.GetValueOrDefault("companySize"),
        Industry = Properties.GetValueOrDefault("industry"),
        City = Properties.GetValueOrDefault("city"),
        State = Properties.GetValueOrDefault("state"),
        Country = Properties.GetValueOrDefault("country"),
        TimeZoneId = Properties.GetValueOrDefault("timeZoneId"),
        LinkedInUrl = LinkedInUrl,
        LinkedInSalesNavigatorUrl = Properties.GetValueOrDefault("linkedInSalesNavigatorUrl"),
        LinkedInRecruiterUrl = Properties.GetValueOrDefault("linkedInRecruiterUrl"),
        Notes = Properties.GetValueOrDefault("notes"),
        AccountId = int.TryParse(Properties.GetValueOrDefault("accountId"), InvariantCulture, out var account) ? account : null,
        CustomFields = [.. CustomFields.Where(form.Forwards).Select(field => new CustomField(field.Key, field.Value))],
    };
}

public sealed record CustomAnswer(string Key, string Value);

/// An answer as it came, by the label of its field, and what became of it.
public sealed record Remark(string Label, string Value, string What);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Answers))]
internal sealed partial class AnswersJson : JsonSerializerContext;
