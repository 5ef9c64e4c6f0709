namespace LeadCapture.Sandbox;

/// <summary>
/// A call to the API. Path has its query, Contact is the email or LinkedIn URL it was about, Status is 0 where the connection
/// was cut without an answer, and the key is hidden from Headers.
/// </summary>
public sealed record ReceivedCall(
    DateTimeOffset At,
    string Method,
    string Path,
    int? ContactId,
    string? Contact,
    int Status,
    Scene Scene,
    string Body,
    IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>When the work was done, where that was later: until then, Status is 0 and ContactId null.</summary>
    public DateTimeOffset? DoneAt { get; init; }
}
