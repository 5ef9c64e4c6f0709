namespace LeadCapture.Booth;

/// What a tablet says of itself each time it calls, and the leads that it hands over, its own and those of when it was paired before.
/// Nonce: its answer is signed together with it, so that no other answer passes for it.
public sealed record Upload
{
    public string? Nonce { get; init; }

    /// Who it was paired as.
    public Guid Device { get; init; }
    public IReadOnlyList<SealedLead?>? Leads { get; init; } = [];

    /// The highest number that it has given to a lead, and how many it has not handed over: null where somebody relays for it.
    public int? Captured { get; init; }
    public int OnDevice { get; init; }

    /// Its clock, in milliseconds since 1970.
    public long? Now { get; init; }

    public string? Version { get; init; }
    public int? Battery { get; init; }
    public long? StorageUsed { get; init; }
    public long? StorageQuota { get; init; }
    public bool? IsPersistent { get; init; }
}
