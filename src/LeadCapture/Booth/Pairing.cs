namespace LeadCapture.Booth;

/// A code that pairs one tablet.
public sealed class Pairing
{
    public required string CodeHash { get; init; }
    public required int EventId { get; init; }
    public required string DeviceName { get; init; }
    public required DateTime ExpiresAt { get; init; }
}
