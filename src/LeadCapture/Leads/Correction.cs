namespace LeadCapture.Leads;

/// A change to a lead's answers by a person. What they were before is kept for ever.
public sealed class Correction
{
    public required Guid LeadId { get; init; }

    /// From 1; the answers as they came in are those before the first.
    public required int Number { get; init; }
    public required DateTime At { get; init; }
    public Guid? UserId { get; init; }

    /// The name and address of then: a user may be renamed.
    public required string Who { get; init; }
    public required string Why { get; init; }

    /// The run that made it; null: a person made this one alone.
    public int? RunId { get; init; }

    /// Answers as JSON.
    public required string Before { get; init; }
    public required string After { get; init; }
}
