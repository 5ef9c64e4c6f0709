namespace LeadCapture.Booth;

/// A lead that a tablet has captured, under the number that the tablet gave it: a number that is missing is a lead that is missing.
public sealed class Capture
{
    public required Guid DeviceId { get; init; }

    /// Chosen by the tablet.
    public required Guid Id { get; init; }

    /// Where it was captured.
    public required int EventId { get; init; }

    /// From 1, without a gap. There is another lead with it where a tablet was put back to an earlier state.
    public required int Number { get; init; }

    /// By our clock.
    public required DateTime CapturedAt { get; init; }
    public required DateTime ReceivedAt { get; init; }

    /// Who captured it, as the staff wrote it on the tablet; empty where they did not.
    public string By { get; init; } = "";

    public Guid? LeadId { get; init; }

    /// As it came, while it cannot be opened: nothing that was captured is thrown away.
    public string? Unopened { get; init; }
}
