namespace LeadCapture.ReplyIo;

/// <summary>What came of a call to Reply.io, in our words. A call that failed is an answer too, not an exception.</summary>
public sealed record ReplyIoResult
{
    /// <summary>What it means for the lead.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Why.</summary>
    public required Cause Cause { get; init; }

    /// <summary>
    /// Whether not Reply.io may have answered, but something on the way: a redirect, 404, 405, 407 or 410 without a problem in the body.
    /// </summary>
    public bool MayBeChannelFault { get; init; }

    /// <summary>HTTP status; null where none came.</summary>
    public int? Status { get; init; }

    /// <summary>How long Reply.io asks to wait before any further call; never negative, null where it does not ask.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// The contact, exactly with <see cref="Outcome.Accepted"/> to a create, an update or a look-up. Calls about lists and sequences answer none.
    /// </summary>
    public Contact? Contact { get; init; }

    /// <summary>
    /// Whether <see cref="Contact"/> carries the email address or the LinkedIn profile that was asked about, or the id that was updated.
    /// False where it carries none, so that nobody can tell whose it is.
    /// </summary>
    public bool IsIdentified { get; init; }

    /// <summary>
    /// How far Reply.io's clock is ahead of ours, by the <c>Date</c> of this answer: known to a second, never too far ahead. Null
    /// where the answer has no date.
    /// </summary>
    public TimeSpan? ClockOffset { get; init; }

    /// <summary>
    /// <see cref="Contact"/> to be stored and read again by <see cref="Contact.Parse"/>: with v4 as Reply.io wrote it,
    /// with v3 put together in the shape of v4.
    /// </summary>
    public string? ContactJson { get; init; }

    /// <summary>What is wrong with which field; empty where Reply.io does not say.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>
    /// Reply.io's error code, such as <c>contact.limitExceeded</c>, <c>contactNotFound</c> or a number; null where there is none.
    /// </summary>
    public string? Code { get; init; }

    /// <summary>One plain sentence for a person, at most 500 characters; never contains the key.</summary>
    public required string Reason { get; init; }

    /// <summary>HTTP calls it took; 0 with <see cref="Cause.NotSent"/>.</summary>
    public required int Calls { get; init; }

    /// <summary>Start of the answer's body, at most 16,384 characters, never with the key; null where none came.</summary>
    public string? ResponseBody { get; init; }

    /// <summary>The same, where it is known by now that not Reply.io has answered.</summary>
    /// <returns>An answer that says nothing about the contact.</returns>
    public ReplyIoResult OfChannel() => this with
    {
        Outcome = Outcome.NotNow,
        Cause = Cause.ChannelFault,
        Problems = [],
        Code = null,
        Reason = Reasons.ChannelFault(Status),
    };

    /// <summary>Outcome, cause and status; nothing about the person.</summary>
    public override string ToString() => $"{Outcome} {Cause} {Status}".TrimEnd();
}
