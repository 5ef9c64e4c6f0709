using LeadCapture.Data;

namespace LeadCapture.Deliveries;

/// For how long a worker may act on a delivery, measured here since before it was claimed. A program that was held up for longer has
/// lost it to another: it must not send what it still holds.
public sealed record Lease(MachineClock.Stopped Since, TimeSpan Length, TimeSpan Call)
{
    /// The calls of the attempt can still end before the lease does.
    public bool HasRoom => Since.Elapsed + Call <= Length;
}
