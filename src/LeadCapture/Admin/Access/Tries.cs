namespace LeadCapture.Admin.Access;

/// Tries in a row at one door, and when the next one is looked at. Written in plain SQL alone: see TryLimit.
public sealed class Tries
{
    public required TryKind Kind { get; init; }

    /// A user, a known device, or one of the places of addresses that nobody has.
    public required Guid Subject { get; init; }

    public required int Count { get; init; }
    public required DateTime NextAt { get; init; }

    /// Whether the last one was looked at.
    public required bool Open { get; init; }
}

/// Doors, each with a count of its own. The numbers are stored.
public enum TryKind
{
    /// A user's password, from anywhere.
    Password = 0,

    /// A user's password, from a browser in which they were signed in: strangers who guess do not keep them out.
    Device = 1,

    /// The password of who is signed in, asked for again.
    Confirmation = 2,

    /// The second factor.
    Code = 3,

    /// An address that nobody has.
    Nobody = 4,
}
