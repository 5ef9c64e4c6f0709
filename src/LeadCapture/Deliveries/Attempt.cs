using LeadCapture.ReplyIo;

namespace LeadCapture.Deliveries;

/// One try to hand a lead over, or to find out whether it arrived.
public sealed class Attempt
{
    public required Guid Id { get; init; }
    public required Guid LeadId { get; init; }
    public required AttemptKind Kind { get; init; }
    public required DateTime StartedAt { get; init; }
    public DateTime? EndedAt { get; init; }

    /// Which answers it sends, or asks about: see Lead.
    public int AnswersVersion { get; init; }

    /// The latest moment at which one of its calls can have reached Reply.io. The budget counts by it.
    public required DateTime CountsAt { get; init; }

    /// Calls it may make; once it has ended, calls it made.
    public required int Calls { get; init; }

    public Outcome? Outcome { get; init; }
    public Cause? Cause { get; init; }
    public int? Status { get; init; }
    public string? Reason { get; init; }
    public string? Request { get; init; }
    public string? Response { get; init; }
}

/// What an attempt is for: which step of its delivery, and what it does for it. A delivery has one step so far, the contact; a later
/// one brings kinds of its own. The numbers are stored.
public enum AttemptKind
{
    /// The contact is sent.
    Create = 0,

    /// Whether the contact is there is asked.
    LookUp = 1,
}
