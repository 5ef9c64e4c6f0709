namespace LeadCapture.Submissions.Spam;

/// A sender that a person allowed or blocked: a domain, or one address. Of an address only a keyed hash is kept, and what shows which one
/// it was to whoever knows it.
public sealed class SpamEntry
{
    public int Id { get; init; }
    public required SpamEntryKind Kind { get; init; }

    /// The domain, or the hash of the address.
    public required string Sender { get; init; }

    /// Such as example.com, or a…@example.com.
    public required string Shown { get; init; }

    public required DateTime AddedAt { get; init; }

    /// By name; "": a released lead taught it.
    public required string AddedBy { get; init; }
}

/// The numbers are stored.
public enum SpamEntryKind
{
    Allowed = 0,
    Blocked = 1,
}
