namespace LeadCapture.ReplyIo;

/// <summary>How a contact joins a sequence.</summary>
/// <param name="SequenceId">Reply.io's own id of the sequence: positive, 32 bit.</param>
public sealed record Enrollment(int SequenceId)
{
    /// <summary>Id of the step to begin with; null for the first.</summary>
    public int? StartStepId { get; init; }

    /// <summary>Whether the contact leaves every other sequence for this one.</summary>
    public bool RemoveFromExisting { get; init; }

    internal EnrollmentOrder Of(int contactId) => new([contactId], RemoveFromExisting, StartStepId);
}

/// <summary>The body of an enrollment.</summary>
internal sealed record EnrollmentOrder(IReadOnlyList<int> ContactIds, bool RemoveFromExisting, int? StartStepId);

/// <summary>The body of a call that is about contacts and says nothing else.</summary>
internal sealed record ContactIdOrder(IReadOnlyList<int> ContactIds)
{
    public static ContactIdOrder Of(int contactId) => new([contactId]);
}
