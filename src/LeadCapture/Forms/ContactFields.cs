using System.Collections.Frozen;
using LeadCapture.Forms.Fields;
using LeadCapture.Localization;
using LeadCapture.ReplyIo;

namespace LeadCapture.Forms;

/// Every property of a contact that Reply.io's create call takes, with the field that asks for it where a form says nothing else.
public static class ContactFields
{
    public static readonly IReadOnlyList<Option> CompanySizes =
    [
        new(nameof(CompanySize.SelfEmployed), Texts.Key("Self-employed")),
        new(nameof(CompanySize.Ten), Texts.Key("1-10")),
        new(nameof(CompanySize.Fifty), Texts.Key("11-50")),
        new(nameof(CompanySize.TwoHundred), Texts.Key("51-200")),
        new(nameof(CompanySize.FiveHundred), Texts.Key("201-500")),
        new(nameof(CompanySize.OneThousand), Texts.Key("501-1,000")),
        new(nameof(CompanySize.FiveThousand), Texts.Key("1,001-5,000")),
        new(nameof(CompanySize.TenThousand), Texts.Key("5,001-10,000")),
        new(nameof(CompanySize.OverTenThousand), Texts.Key("More than 10,000")),
    ];

    public static readonly IReadOnlyList<Field> All =
    [
        Of("email", FieldKinds.Email, Texts.Key("Email address"), 254),
        Of("firstName", FieldKinds.Text, Texts.Key("First name"), 100),
        Of("lastName", FieldKinds.Text, Texts.Key("Last name"), 100),
        Of("phone", FieldKinds.Phone, Texts.Key("Phone number"), 50),
        Of("phone2", FieldKinds.Phone, Texts.Key("Second phone number"), 50),
        Of("title", FieldKinds.Text, Texts.Key("Job title"), 200),
        Of("company", FieldKinds.Text, Texts.Key("Company"), 200),
        Of("companySize", FieldKinds.Select, Texts.Key("Company size"), 50) with { Options = CompanySizes },
        Of("industry", FieldKinds.Text, Texts.Key("Industry"), 200),
        Of("city", FieldKinds.Text, Texts.Key("City"), 100),
        Of("state", FieldKinds.Text, Texts.Key("State or province"), 100),
        Of("country", FieldKinds.Country, Texts.Key("Country"), 100),
        Of("timeZoneId", FieldKinds.TimeZone, Texts.Key("Time zone"), 100),
        Of("linkedInUrl", FieldKinds.Url, Texts.Key("LinkedIn profile"), 500),
        Of("linkedInSalesNavigatorUrl", FieldKinds.Url, Texts.Key("LinkedIn Sales Navigator URL"), 500),
        Of("linkedInRecruiterUrl", FieldKinds.Url, Texts.Key("LinkedIn Recruiter URL"), 500),
        Of("notes", FieldKinds.LongText, Texts.Key("Notes"), 4000),
        Of("accountId", FieldKinds.Number, Texts.Key("Account ID"), 10) with { Min = "1", Max = "2147483647" },
    ];

    private static readonly FrozenDictionary<string, Field> ByName = All.ToFrozenDictionary(field => field.Property!);

    public static Field? Find(string property) => ByName.GetValueOrDefault(property);

    public static Field Get(string property) => ByName[property];

    private static Field Of(string property, FieldKind kind, string label, int longest) =>
        new() { Property = property, Kind = kind, Label = label, IsBuiltIn = true, MaxLength = longest };
}
