using LeadCapture.Forms;
using LeadCapture.ReplyIo;

namespace LeadCapture.Shared;

/// One thing that Reply.io knows about a contact, under people's words.
public sealed record ContactFact(string Label, string Value)
{
    /// Everything that has a value, in the order in which people would tell it.
    public static IReadOnlyList<ContactFact> Of(Contact contact) =>
    [
        .. from fact in All(contact)
           where !string.IsNullOrWhiteSpace(fact.Value)
           select new ContactFact(fact.Label, fact.Value),
    ];

    private static IEnumerable<(string Label, string? Value)> All(Contact contact) =>
    [
        ("Email", contact.Email),
        ("First name", contact.FirstName),
        ("Last name", contact.LastName),
        ("Phone", contact.Phone),
        ("Phone status", contact.PhoneStatus is { } status ? Wording.Of(status) : null),
        ("Job title", contact.Title),
        ("Company", contact.Company),
        ("Company size", contact.CompanySize is { } size ? Wording.Of(size) : null),
        ("Industry", contact.Industry),
        ("Domain", contact.Domain),
        ("City", contact.City),
        ("State or province", contact.State),
        ("Country", contact.Country),
        ("Time zone", contact.TimeZoneId),
        ("LinkedIn profile", contact.LinkedInUrl),
        ("LinkedIn Sales Navigator", contact.LinkedInSalesNavigatorUrl),
        ("LinkedIn Recruiter", contact.LinkedInRecruiterUrl),
        ("Notes", contact.Notes),
        ("Opted out", contact.IsOptedOut is { } optedOut ? (optedOut ? "Yes" : "No") : null),
        ("Account ID", contact.AccountId?.ToString(InvariantCulture)),
        ("Owner user ID", contact.OwnerUserId?.ToString(InvariantCulture)),
        ("Contact ID", contact.Id.ToString(InvariantCulture)),
        ("Added", Wording.Of(contact.AddingDate)),
        ("Created", Wording.Of(contact.CreatedAt)),
        ("Last modified", Wording.Of(contact.LastModifiedAt)),
    ];
}
