using System.Text.Json;
using LeadCapture.ReplyIo.Json;

namespace LeadCapture.ReplyIo;

/// <summary>A contact to be created. A member that is null, empty or blank is never sent.</summary>
/// <remarks>
/// Source: <c>POST /v4/contacts</c>, request. v4 needs an email address or a LinkedIn URL; v3 needs a first name as well.
/// </remarks>
public sealed record NewContact
{
    /// <summary>Primary email address.</summary>
    public string? Email { get; init; }

    /// <summary>First name; v3 answers 400 without one.</summary>
    public string? FirstName { get; init; }

    /// <summary>Last name.</summary>
    public string? LastName { get; init; }

    /// <summary>Phone number.</summary>
    public string? Phone { get; init; }

    /// <summary>Second phone number; Reply.io stores it and never returns it.</summary>
    public string? Phone2 { get; init; }

    /// <summary>Job title.</summary>
    public string? Title { get; init; }

    /// <summary>Organization name; ignored by Reply.io where its Accounts feature is on (see <see cref="AccountId"/>).</summary>
    public string? Company { get; init; }

    /// <summary>Name of a <see cref="ReplyIo.CompanySize"/>, sent as it is.</summary>
    public string? CompanySize { get; init; }

    /// <summary>Business sector.</summary>
    public string? Industry { get; init; }

    /// <summary>City of residence.</summary>
    public string? City { get; init; }

    /// <summary>State or province.</summary>
    public string? State { get; init; }

    /// <summary>Country.</summary>
    public string? Country { get; init; }

    /// <summary>Time zone, an IANA id such as <c>Europe/Paris</c>.</summary>
    public string? TimeZoneId { get; init; }

    /// <summary>LinkedIn profile URL.</summary>
    public string? LinkedInUrl { get; init; }

    /// <summary>LinkedIn Sales Navigator URL.</summary>
    public string? LinkedInSalesNavigatorUrl { get; init; }

    /// <summary>LinkedIn Recruiter URL.</summary>
    public string? LinkedInRecruiterUrl { get; init; }

    /// <summary>Additional information.</summary>
    public string? Notes { get; init; }

    /// <summary>Id of the account to link the contact to.</summary>
    public int? AccountId { get; init; }

    /// <summary>Custom fields. One without a key or without a value is not sent; with none left the array is not sent.</summary>
    public IReadOnlyList<CustomField>? CustomFields { get; init; }

    /// <summary>The request body, exactly as it is sent.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ReplyIoJson.Default.NewContact);

    /// <summary>Reads what <see cref="ToJson"/> wrote. Unknown members are ignored, empty ones are null.</summary>
    /// <returns>Null where the text is no JSON object.</returns>
    public static NewContact? Parse(string json) => ReplyIoJson.Read(json, ReplyIoJson.Default.NewContact);

    /// <summary>Says nothing about the person, so that no log can.</summary>
    public override string ToString() => nameof(NewContact);
}
