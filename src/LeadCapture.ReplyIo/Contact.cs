using System.Text.Json;
using LeadCapture.ReplyIo.Json;

namespace LeadCapture.ReplyIo;

/// <summary>A contact as Reply.io answers it. Every member may be missing: null means "not reported", never "empty".</summary>
/// <remarks>Source: <c>POST /v4/contacts</c>, response. Unknown members are ignored.</remarks>
public sealed record Contact
{
    /// <summary>Reply.io's own id of the contact: positive, 32 bit.</summary>
    public required int Id { get; init; }

    /// <summary>Primary email address.</summary>
    public string? Email { get; init; }

    /// <summary>Email domain, derived by Reply.io from <see cref="Email"/>; read-only.</summary>
    public string? Domain { get; init; }

    /// <summary>First name.</summary>
    public string? FirstName { get; init; }

    /// <summary>Last name.</summary>
    public string? LastName { get; init; }

    /// <summary>Phone number, as it was given.</summary>
    public string? Phone { get; init; }

    /// <summary>Job title.</summary>
    public string? Title { get; init; }

    /// <summary>Organization name.</summary>
    public string? Company { get; init; }

    /// <summary>Organization employee count range.</summary>
    public ExtensibleEnum<CompanySize>? CompanySize { get; init; }

    /// <summary>Business sector.</summary>
    public string? Industry { get; init; }

    /// <summary>City of residence.</summary>
    public string? City { get; init; }

    /// <summary>State or province.</summary>
    public string? State { get; init; }

    /// <summary>Country.</summary>
    public string? Country { get; init; }

    /// <summary>Time zone, an IANA id in every known answer.</summary>
    public string? TimeZoneId { get; init; }

    /// <summary>LinkedIn profile URL.</summary>
    public string? LinkedInUrl { get; init; }

    /// <summary>LinkedIn Sales Navigator URL.</summary>
    public string? LinkedInSalesNavigatorUrl { get; init; }

    /// <summary>LinkedIn Recruiter URL.</summary>
    public string? LinkedInRecruiterUrl { get; init; }

    /// <summary>Phone validation status.</summary>
    public ExtensibleEnum<PhoneStatus>? PhoneStatus { get; init; }

    /// <summary>Additional information.</summary>
    public string? Notes { get; init; }

    /// <summary>Id of the Reply.io user who owns the contact.</summary>
    public int? OwnerUserId { get; init; }

    /// <summary>Id of the account the contact belongs to.</summary>
    public int? AccountId { get; init; }

    /// <summary>Whether the contact has opted out of communications.</summary>
    public bool? IsOptedOut { get; init; }

    /// <summary>When the contact was added; carries an offset.</summary>
    public ReplyIoDate? AddingDate { get; init; }

    /// <summary>When the contact was created; carries no offset, so its zone is not known.</summary>
    public ReplyIoDate? CreatedAt { get; init; }

    /// <summary>When the contact was last modified; carries no offset, so its zone is not known.</summary>
    public ReplyIoDate? LastModifiedAt { get; init; }

    /// <summary>Custom fields; null where the answer does not report them.</summary>
    public IReadOnlyList<CustomField>? CustomFields { get; init; }

    /// <summary>Sequences the contact is in: null is "not reported", an empty list is "none".</summary>
    public IReadOnlyList<SequenceMembership>? Sequences { get; init; }

    /// <summary>Lists the contact is on: null is "not reported", an empty list is "none".</summary>
    public IReadOnlyList<ListMembership>? Lists { get; init; }

    /// <summary>
    /// Whether <see cref="AddingDate"/> is this moment or later, both taken to the second: false where it is not reported.
    /// </summary>
    /// <param name="moment">By Reply.io's clock; see <see cref="ReplyIoResult.ClockOffset"/>.</param>
    public bool IsAddedSince(DateTimeOffset moment) =>
        AddingDate?.Moment is { } added && added >= moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerSecond));

    /// <summary>Reads a contact, leniently: a value of an unexpected kind is null, or kept as text.</summary>
    /// <param name="json">A contact of Reply.io, or what <see cref="ToJson"/> wrote.</param>
    /// <returns>Null where the text is no JSON object with a positive <c>id</c>.</returns>
    public static Contact? Parse(string? json) =>
        ReplyIoJson.Read(json, ReplyIoJson.Default.Contact) is { Id: > 0 } contact ? contact : null;

    /// <summary>The contact in the shape of v4, without the members that are null.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ReplyIoJson.Default.Contact);

    /// <summary>The id; nothing about the person.</summary>
    public override string ToString() => $"Contact {Id}";
}

/// <summary>A custom field of a contact. On create, one whose key Reply.io does not know is dropped without an error.</summary>
/// <param name="Key">The field's name, at most 90 characters.</param>
/// <param name="Value">Always text, also for number fields.</param>
public sealed record CustomField(string Key, string? Value);

/// <summary>A contact's place in a sequence.</summary>
public sealed record SequenceMembership
{
    /// <summary>Id of the sequence.</summary>
    public int? SequenceId { get; init; }

    /// <summary>Name of the sequence.</summary>
    public string? SequenceName { get; init; }

    /// <summary>Status of this contact in the sequence (v3: <c>statusInSequence</c>).</summary>
    public ExtensibleEnum<MembershipStatus>? Status { get; init; }

    /// <summary>Number of the current step (v4), counted as Reply.io counts it.</summary>
    public int? CurrentStep { get; init; }

    /// <summary>Name of the current step (v3: <c>currentStep.displayName</c>).</summary>
    public string? CurrentStepName { get; init; }

    /// <summary>When the contact was added to the sequence.</summary>
    public ReplyIoDate? AddingDate { get; init; }

    /// <summary>Id of the email account that sends; 64 bit.</summary>
    public long? EmailAccountId { get; init; }

    /// <summary>Id of the LinkedIn account that sends; 64 bit.</summary>
    public long? LinkedInAccountId { get; init; }
}

/// <summary>A list the contact is on.</summary>
public sealed record ListMembership
{
    /// <summary>Id of the list (v3: <c>id</c>).</summary>
    public int? ListId { get; init; }

    /// <summary>Name of the list (v3: <c>name</c>).</summary>
    public string? ListName { get; init; }

    /// <summary>Whether the list is shared with the team.</summary>
    public bool? IsShared { get; init; }
}

/// <summary>Employee count range of an organization.</summary>
/// <remarks>The names are Reply.io's; a name stands for the upper end of its range.</remarks>
public enum CompanySize
{
    /// <summary>Not given.</summary>
    Empty,

    /// <summary>One person.</summary>
    SelfEmployed,

    /// <summary>1 to 10.</summary>
    Ten,

    /// <summary>11 to 50.</summary>
    Fifty,

    /// <summary>51 to 200.</summary>
    TwoHundred,

    /// <summary>201 to 500.</summary>
    FiveHundred,

    /// <summary>501 to 1,000.</summary>
    OneThousand,

    /// <summary>1,001 to 5,000.</summary>
    FiveThousand,

    /// <summary>5,001 to 10,000.</summary>
    TenThousand,

    /// <summary>More than 10,000.</summary>
    OverTenThousand,
}

/// <summary>What Reply.io found out about a phone number.</summary>
public enum PhoneStatus
{
    /// <summary>The check is on its way.</summary>
    Pending,

    /// <summary>Not a number that can be called.</summary>
    Invalid,

    /// <summary>A number that can be called.</summary>
    Valid,

    /// <summary>The check itself failed.</summary>
    ValidationFailed,

    /// <summary>Not checked.</summary>
    NotValidated,
}

/// <summary>Status of a contact in a sequence; more may come.</summary>
public enum MembershipStatus
{
    /// <summary>The sequence runs for this contact.</summary>
    Active,

    /// <summary>Paused for this contact.</summary>
    Paused,

    /// <summary>Every step is done.</summary>
    Finished,

    /// <summary>Not running for this contact.</summary>
    Inactive,

    /// <summary>Waits for the contact to be back.</summary>
    OutOfOffice,
}
