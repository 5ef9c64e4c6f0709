namespace LeadCapture.Data;

/// A stored secret, readable only with the key ring.
public sealed class Secret
{
    public required string Name { get; init; }
    public required string Protected { get; set; }
    public required DateTime ChangedAt { get; set; }
}
