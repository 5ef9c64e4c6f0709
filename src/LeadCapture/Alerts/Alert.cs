namespace LeadCapture.Alerts;

/// What was told about one kind, shared by all nodes.
public sealed class Alert
{
    public required AlertKind Kind { get; init; }

    /// Until then nobody is told again; null: nobody was told yet.
    public DateTime? SilentUntil { get; private set; }

    /// What happened until then was told.
    public DateTime? ToldUntil { get; private set; }

    public DateTime? LastSent { get; private set; }

    /// Why the last one did not arrive everywhere, in our words; null: it did.
    public string? LastError { get; private set; }

    public DateTime? LastErrorAt { get; private set; }
}
