namespace LeadCapture.Booth;

/// A tablet that is paired, and collects leads at an event.
public sealed class BoothDevice
{
    public required Guid Id { get; init; }
    public required int EventId { get; set; }
    public required string Name { get; set; }

    /// Takes the place of the event's sequence, and of the form's own; null: none does.
    public int? SequenceId { get; set; }

    /// Of the token in its cookie.
    public required string TokenHash { get; set; }

    /// It signs what it captures with it, and knows our answers by it. Sealed with the key ring.
    public required string Key { get; init; }

    public required DateTime PairedAt { get; init; }

    /// It shows nothing more from then on. What it has captured is still taken.
    public DateTime? RevokedAt { get; set; }

    public DateTime? LastSeenAt { get; set; }

    /// Browser and system, as people call them.
    public string Browser { get; set; } = "";

    /// Of the app that it shows.
    public string Version { get; set; } = "";

    /// The highest number that it has given to a lead, and how many leads it has not handed over yet: both as it said last.
    public int Captured { get; set; }
    public int OnDevice { get; set; }

    /// In percent; null where its browser does not tell.
    public int? Battery { get; set; }

    /// In bytes.
    public long? StorageUsed { get; set; }
    public long? StorageQuota { get; set; }

    /// Whether its browser has promised never to throw its leads away.
    public bool? IsPersistent { get; set; }

    /// How far its clock is ahead of ours, in milliseconds.
    public long ClockAhead { get; set; }

    public bool IsRevoked => RevokedAt is not null;
}
