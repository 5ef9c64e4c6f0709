using LeadCapture.Booth;

namespace LeadCapture.Admin.Devices;

/// The events with their tablets.
public sealed record DevicesPage(IReadOnlyList<EventRow> Events);

/// Unopened: leads that came sealed to a key that is not here.
public sealed record EventRow(Event Event, string FormTitle, IReadOnlyList<DeviceRow> Devices, long Unopened)
{
    public long Received => Devices.Sum(row => row.Received);
    public long Missing => Devices.Sum(row => row.Missing);
}

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
