using LeadCapture.Forms;
using LeadCapture.ReplyIo;
using static LeadCapture.Shared.SharedText;

namespace LeadCapture.Shared;

/// One thing that Reply.io knows about a contact, under people's words.
public sealed record ContactFact(string Label, string Value)
{
    /// What has a value, in the order in which people would tell it.
    public static IReadOnlyList<ContactFact> Of(Contact contact) => Filled(
        (T["Email"], contact.Email),
        (T["First name"], contact.FirstName),
        (T["Last name"], contact.LastName),
        (T["Phone"], contact.Phone),
        (T["Job title"], contact.Title),
        (T["Company"], contact.Company),
        (T["Company size"], contact.CompanySize is { } size ? ContactText.Of(size) : null),
        (T["Industry"], contact.Industry),
        (T["Domain"], contact.Domain),
        (T["City"], contact.City),
        (T["State or province"], contact.State),
        (T["Country"], contact.Country),
        (T["Time zone"], contact.TimeZoneId),
        (T["LinkedIn profile"], contact.LinkedInUrl),
        (T["LinkedIn Sales Navigator"], contact.LinkedInSalesNavigatorUrl),
        (T["LinkedIn Recruiter"], contact.LinkedInRecruiterUrl),
        (T["Notes"], contact.Notes));

    public static IReadOnlyList<ContactFact> DetailsOf(Contact contact) => Filled(
        (T["Contact ID"], contact.Id.ToString(InvariantCulture)),
        (T["Account ID"], contact.AccountId?.ToString(InvariantCulture)),
        (T["Owner user ID"], contact.OwnerUserId?.ToString(InvariantCulture)),
        (T["Phone status"], contact.PhoneStatus is { } status ? ContactText.Of(status) : null),
        (T["Opted out"], contact.IsOptedOut is { } optedOut ? (optedOut ? T["Yes"].Value : T["No"].Value) : null),
        (T["Added"], ContactText.Of(contact.AddingDate)),
        (T["Created"], ContactText.Of(contact.CreatedAt)),
        (T["Last modified"], ContactText.Of(contact.LastModifiedAt)));

    private static IReadOnlyList<ContactFact> Filled(params IEnumerable<(string Label, string? Value)> facts) =>
        [.. from fact in facts where !string.IsNullOrWhiteSpace(fact.Value) select new ContactFact(fact.Label, fact.Value)];
}
