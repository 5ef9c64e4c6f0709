namespace LeadCapture.Data;

/// The one row that is written while a program runs.
public sealed class Heartbeat
{
    public int Id { get; init; } = 1;
    public DateTime? At { get; init; }

    /// As much as a large lead takes, and other bytes each time: it is stored exactly where a lead can be.
    public byte[]? Room { get; init; }
}
