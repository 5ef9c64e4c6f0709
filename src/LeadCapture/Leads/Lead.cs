using System.Security.Cryptography;
using System.Text;

namespace LeadCapture.Leads;

/// What one visitor gave, once we accepted it.
public sealed class Lead
{
    /// The channel of a file that a person imports.
    public const string Imported = "Import";

    public required Guid Id { get; init; }
    public required string Receipt { get; init; }
    public required int FormId { get; init; }
    public required int FormVersion { get; init; }

    /// Chosen by the page or the caller: the same one again is the same lead.
    public required string SubmissionId { get; init; }

    public required DateTime ReceivedAt { get; init; }
    public required string Channel { get; init; }

    /// Out of a file: it stands behind the leads that come in by themselves.
    public bool IsImported => Channel == Imported;

    /// The tablet that captured it, and the event at which it did; null: it came in by another way. The test lead of an event has no tablet.
    public Guid? DeviceId { get; init; }
    public int? EventId { get; init; }

    /// The address of the page that showed the form, where it was told.
    public string? Page { get; init; }

    /// How the visitor found the form; null where nothing is known of it.
    public string? AttributionJson { get; init; }

    /// In lower case, for search and for looking the contact up; part of the answers.
    public string? Email { get; init; }

    /// The handle of the LinkedIn profile; part of the answers.
    public string? LinkedIn { get; init; }

    public required string AnswersJson { get; init; }

    /// Of the answers as they came in, whatever is corrected later.
    public required string AnswersHash { get; init; }

    /// The number of the correction that made them; 0: as they came in.
    public int AnswersVersion { get; init; }

    /// The same lead under another submission id, while it is not stored.
    public Lead Under(string submissionId) => new()
    {
        Id = Id,
        Receipt = Receipt,
        FormId = FormId,
        FormVersion = FormVersion,
        SubmissionId = submissionId,
        ReceivedAt = ReceivedAt,
        Channel = Channel,
        DeviceId = DeviceId,
        EventId = EventId,
        Page = Page,
        AttributionJson = AttributionJson,
        Email = Email,
        LinkedIn = LinkedIn,
        AnswersJson = AnswersJson,
        AnswersHash = AnswersHash,
    };

    /// What people read to each other. The rest of the receipt stays unguessable.
    public string Reference => ReferenceOf(Receipt);

    public static string HashOf(string answers) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(answers)));

    public static string ReferenceOf(string receipt) => $"{receipt[..4]}-{receipt[4..8]}";
}
