using LeadCapture.Booth;

namespace LeadCapture.Admin.Devices;

/// The events with their tablets.
public sealed record DevicesPage(IReadOnlyList<EventRow> Events, Pager Pager);

/// Received: captured there, wherever the tablet is by now. Unopened: of these, those that are kept as they came; Openable: and whose key
/// is here meanwhile.
public sealed record EventRow(Event Event, string FormTitle, IReadOnlyList<DeviceRow> Devices, long Received, long Unopened, long Openable);

/// A tablet with its ledger: what it has numbered, what is here, and what is not here yet.
public sealed record DeviceRow(BoothDevice Device, int Received, int Highest)
{
    private static readonly TimeSpan Silent = TimeSpan.FromMinutes(5);

    /// A clock further off than this is worth a word.
    private const long ClockTolerance = 60_000;

    public int Captured => Math.Max(Device.Captured, Math.Max(Highest, Received));
    public int Missing => Captured - Received;

    public bool ClockIsOff => Math.Abs(Device.ClockAhead) > ClockTolerance;

    public bool IsOnline(DateTime now) => Device.LastSeenAt > now - Silent;
}
