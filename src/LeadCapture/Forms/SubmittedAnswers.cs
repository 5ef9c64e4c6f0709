using System.Text.Json;
using System.Text.Json.Serialization;
using LeadCapture.Forms.Fields;
using LeadCapture.ReplyIo;

namespace LeadCapture.Forms;

/// What was typed: contact properties by their JSON names, and custom fields. No empty value is ever in it.
public sealed record SubmittedAnswers
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

    /// Whose they are: leads of the same person are found by these.
    [JsonIgnore]
    public (string? Email, string? LinkedIn) Person => (Email?.ToLowerInvariant(), LinkedInHandle.Find(LinkedInUrl));

    public string? To(Field field) => field.Property is { } property
        ? Properties.GetValueOrDefault(property)
        : CustomFields.Find(answer => answer.Key.Equals(field.Key, StringComparison.OrdinalIgnoreCase))?.Value;

    /// Without those to fields that were not shown: whatever was typed there, nobody was asked for it.
    public SubmittedAnswers Shown(FormDefinition form) => Of(form, shown: true);

    /// Those alone. They are kept, and not sent.
    public SubmittedAnswers Hidden(FormDefinition form) => Of(form, shown: false);

    /// By the conditions of the version that the visitor was asked by.
    private SubmittedAnswers Of(FormDefinition form, bool shown)
    {
        var visibility = Visibility.Of(form.Captured ?? form, this);
        return visibility.Hidden.Count == 0 && shown ? this : this with
        {
            Properties = Properties.Where(answer => visibility.Shows(answer.Key) == shown).ToDictionary(),
            CustomFields = [.. CustomFields.Where(answer => visibility.Shows(answer) == shown)],
        };
    }

    public string ToJson() => JsonSerializer.Serialize(this, SubmittedAnswersJson.Default.SubmittedAnswers);

    public static SubmittedAnswers Parse(string json) => JsonSerializer.Deserialize(json, SubmittedAnswersJson.Default.SubmittedAnswers)!;

    /// The contact to send, by the form's mapping of this moment: what is not forwarded stays here.
    public NewContact ToContact(FormDefinition form)
    {
        var shown = Shown(form).Properties;
        string? Forwarded(string property) => form.Forwards(property) ? shown.GetValueOrDefault(property) : null;
        return new()
        {
            Email = Forwarded("email"),
            FirstName = Forwarded("firstName"),
            LastName = Forwarded("lastName"),
            Phone = Forwarded("phone"),
            Phone2 = Forwarded("phone2"),
            Title = Forwarded("title"),
            Company = Forwarded("company"),
            CompanySize = Forwarded("companySize"),
            Industry = Forwarded("industry"),
            City = Forwarded("city"),
            State = Forwarded("state"),
            Country = Forwarded("country"),
            TimeZoneId = Forwarded("timeZoneId"),
            LinkedInUrl = Forwarded("linkedInUrl"),
            LinkedInSalesNavigatorUrl = Forwarded("linkedInSalesNavigatorUrl"),
            LinkedInRecruiterUrl = Forwarded("linkedInRecruiterUrl"),
            Notes = Forwarded("notes"),
            AccountId = int.TryParse(Forwarded("accountId"), InvariantCulture, out var account) ? account : null,
            CustomFields = [.. form.Forwarded(this).Select(field => new CustomField(field.Sent.Key, field.Sent.Value))],
        };
    }
}

public sealed record CustomAnswer(string Key, string Value);

/// An answer as it came, by the label of its field, and what became of it.
public sealed record Remark(string Label, string Value, string What);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SubmittedAnswers))]
internal sealed partial class SubmittedAnswersJson : JsonSerializerContext;
