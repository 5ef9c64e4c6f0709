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

/// What an attempt is for: which step of its delivery, and what it does for it. The numbers are stored.
public enum AttemptKind
{
    /// The contact is sent.
    Create = 0,

    /// Whether what was sent is there is asked.
    LookUp = 1,

    /// Whether Reply.io knew the person before is asked.
    Find = 2,

    /// A contact that was there is changed.
    Update = 3,

    /// The contact joins a list.
    AddToList = 4,

    /// The contact is enrolled in the sequence.
    Enroll = 5,

    /// The contact is taken out of the sequence.
    Unenroll = 6,
}

public static class AttemptKinds
{
    /// Changes nothing at Reply.io, so that nothing is lost with its answer.
    public static bool IsQuestion(this AttemptKind kind) => kind is AttemptKind.LookUp or AttemptKind.Find;

    /// Of the contact itself.
    public static bool SendsContact(this AttemptKind kind) => kind is AttemptKind.Create or AttemptKind.Update;
}
