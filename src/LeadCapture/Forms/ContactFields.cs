using System.Collections.Frozen;
using LeadCapture.Forms.Fields;
using LeadCapture.ReplyIo;

namespace LeadCapture.Forms;

/// Every property of a contact that Reply.io's create call takes, with the field that asks for it where a form says nothing else.
public static class ContactFields
{
    public static readonly IReadOnlyList<Option> CompanySizes =
    [
        new(nameof(CompanySize.SelfEmployed), "Self-employed"),
        new(nameof(CompanySize.Ten), "1-10"),
        new(nameof(CompanySize.Fifty), "11-50"),
        new(nameof(CompanySize.TwoHundred), "51-200"),
        new(nameof(CompanySize.FiveHundred), "201-500"),
        new(nameof(CompanySize.OneThousand), "501-1,000"),
        new(nameof(CompanySize.FiveThousand), "1,001-5,000"),
        new(nameof(CompanySize.TenThousand), "5,001-10,000"),
        new(nameof(CompanySize.OverTenThousand), "More than 10,000"),
    ];

    public static readonly IReadOnlyList<Field> All =
    [
        Of("email", FieldKinds.Email, "Email address", 254),
        Of("firstName", FieldKinds.Text, "First name", 100),
        Of("lastName", FieldKinds.Text, "Last name", 100),
        Of("phone", FieldKinds.Phone, "Phone number", 50),
        Of("phone2", FieldKinds.Phone, "Second phone number", 50),
        Of("title", FieldKinds.Text, "Job title", 200),
        Of("company", FieldKinds.Text, "Company", 200),
        Of("companySize", FieldKinds.Select, "Company size", 50) with { Options = CompanySizes },
        Of("industry", FieldKinds.Text, "Industry", 200),
        Of("city", FieldKinds.Text, "City", 100),
        Of("state", FieldKinds.Text, "State or province", 100),
        Of("country", FieldKinds.Country, "Country", 100),
        Of("timeZoneId", FieldKinds.TimeZone, "Time zone", 100),
        Of("linkedInUrl", FieldKinds.Url, "LinkedIn profile", 500),
        Of("linkedInSalesNavigatorUrl", FieldKinds.Url, "LinkedIn Sales Navigator URL", 500),
        Of("linkedInRecruiterUrl", FieldKinds.Url, "LinkedIn Recruiter URL", 500),
        Of("notes", FieldKinds.LongText, "Notes", 4000),
        Of("accountId", FieldKinds.Number, "Account ID", 10) with { Min = "1", Max = "2147483647" },
    ];

    private static readonly FrozenDictionary<string, Field> ByName = All.ToFrozenDictionary(field => field.Property!);

    public static Field? Find(string property) => ByName.GetValueOrDefault(property);

    public static Field Get(string property) => ByName[property];

    private static Field Of(string property, FieldKind kind, string label, int longest) =>
        new() { Property = property, Kind = kind, Label = label, MaxLength = longest };
}
