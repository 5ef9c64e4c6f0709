namespace LeadCapture.ReplyIo;

/// <summary>Whether a contact that Reply.io has says what was sent.</summary>
public static class Comparison
{
    /// <summary>Whether every value that was sent stands in the contact.</summary>
    /// <param name="sent">What was sent.</param>
    /// <param name="contact">What Reply.io has.</param>
    /// <param name="mayLackCustomFields">
    /// A custom field that Reply.io does not know is dropped without an error. True where the contact is known to come from what was
    /// sent: then one that is missing proves nothing.
    /// </param>
    /// <remarks>
    /// Texts are compared trimmed, email addresses without case, phone numbers by their digits, LinkedIn profiles by their handle.
    /// <see cref="NewContact.Phone2"/> is never returned, so it is not compared.
    /// </remarks>
    public static bool Has(this Contact contact, NewContact sent, bool mayLackCustomFields) =>
        !Missing(sent.Email, contact.Email, ContactLookup.IsSameEmail)
        && !Missing(sent.Phone, contact.Phone, AreSameDigits)
        && !Missing(sent.LinkedInUrl, contact.LinkedInUrl, ContactLookup.IsSameProfile)
        && Texts(sent, contact).All(pair => !Missing(pair.Sent, pair.Stored, AreSame))
        && (sent.AccountId is null || sent.AccountId == contact.AccountId)
        && (sent.CustomFields ?? []).All(field => HasField(contact, field, mayLackCustomFields));

    private static (string? Sent, string? Stored)[] Texts(NewContact sent, Contact contact) =>
    [
        (sent.FirstName, contact.FirstName),
        (sent.LastName, contact.LastName),
        (sent.Title, contact.Title),
        (sent.Company, contact.Company),
        (sent.CompanySize, contact.CompanySize?.Text),
        (sent.Industry, contact.Industry),
        (sent.City, contact.City),
        (sent.State, contact.State),
        (sent.Country, contact.Country),
        (sent.TimeZoneId, contact.TimeZoneId),
        (sent.LinkedInSalesNavigatorUrl, contact.LinkedInSalesNavigatorUrl),
        (sent.LinkedInRecruiterUrl, contact.LinkedInRecruiterUrl),
        (sent.Notes, contact.Notes),
    ];

    private static bool HasField(Contact contact, CustomField sent, bool mayLack)
    {
        var stored = contact.CustomFields?.FirstOrDefault(field => field.Key.Trim().Equals(sent.Key.Trim(), StringComparison.OrdinalIgnoreCase));
        return stored?.Value is null ? mayLack || string.IsNullOrWhiteSpace(sent.Value) : !Missing(sent.Value, stored.Value, AreSame);
    }

    /// <summary>What is empty was not sent.</summary>
    private static bool Missing(string? sent, string? stored, Func<string, string?, bool> areSame) =>
        !string.IsNullOrWhiteSpace(sent) && !areSame(sent, stored);

    private static bool AreSame(string sent, string? stored) => stored is not null && Lines(sent) == Lines(stored);

    private static string Lines(string text) => text.ReplaceLineEndings("\n").Trim().TrimEnd('/');

    private static bool AreSameDigits(string sent, string? stored) =>
        stored is not null && Digits(sent) is { Length: > 0 } digits ? digits == Digits(stored) : AreSame(sent, stored);

    private static string Digits(string phone) => string.Concat(phone.Where(char.IsAsciiDigit));
}
