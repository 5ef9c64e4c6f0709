namespace LeadCapture.Forms;

/// What a person publishes. Its definition lives in versions; a lead names the one it was captured with.
public sealed class Form
{
    /// No version has this number.
    public const int Unpublished = 0;

    public int Id { get; init; }
    public required string Slug { get; set; }
    public required int PublishedVersion { get; set; }
    public List<FormVersion> Versions { get; init; } = [];

    public List<DraftState> DraftStates { get; init; } = [];

    /// The state of the draft that people see and change; 0: nobody has changed the form since it was made.
    public int Draft { get; set; }

    /// The highest number that a state of the draft ever had: none is used twice.
    public int LastDraft { get; set; }

    /// Somebody closed it by hand: it takes no new visitors.
    public DateTime? ClosedAt { get; set; }

    /// Put away: no page shows it any more.
    public DateTime? ArchivedAt { get; set; }
}
