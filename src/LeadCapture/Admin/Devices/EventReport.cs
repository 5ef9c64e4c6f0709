using LeadCapture.Booth;
using LeadCapture.Deliveries;
using LeadCapture.Forms;

namespace LeadCapture.Admin.Devices;

/// What became of all that was captured at an event. Zone: of its form.
public sealed record EventReport(Event Event, string FormTitle, string? Zone, IReadOnlyList<TabletReport> Tablets, DateTime Now)
{
    private IReadOnlyList<ReportLine> Lines { get; } = [.. Tablets.SelectMany(tablet => tablet.Lines)];

    public int Received => Lines.Count;
    public int Missing => Tablets.Sum(tablet => tablet.Missing.Count);
    public int Captured => Received + Missing;
    public int Delivered => In(DeliveryState.Delivered);
    public int NeedsAttention => In(DeliveryState.NeedsAttention);
    public int Waiting => In(DeliveryState.Waiting) + In(DeliveryState.Unconfirmed);
    public int Discarded => In(DeliveryState.Discarded) + In(DeliveryState.Quarantined);
    public int Unopened => Lines.Count(line => line.State is null);

    public DeliveryTimes? UntilReceived => Times(Lines.Select(line => line.ReceivedAt - line.CapturedAt));

    public DeliveryTimes? UntilDelivered => Times(Lines.Where(line => line.State == DeliveryState.Delivered && line.DeliveredAt is not null)
        .Select(line => line.DeliveredAt!.Value - line.CapturedAt));

    /// Those that may hold more leads than is known: they have not been heard of just now.
    public IReadOnlyList<TabletReport> Quiet => [.. Tablets.Where(tablet => !tablet.Row.IsOnline(Now))];

    /// By the clocks of the place, the first one first.
    public IReadOnlyList<HourReport> Hours =>
    [
        .. from line in Lines
           let local = FormTimes.Local(line.CapturedAt, Zone)
           group line by new DateTime(local.Year, local.Month, local.Day, local.Hour, 0, 0, DateTimeKind.Unspecified) into hour
           orderby hour.Key
           select new HourReport(hour.Key, hour.Count(), hour.Count(line => line.State == DeliveryState.Delivered)),
    ];

    private int In(DeliveryState state) => Lines.Count(line => line.State == state);

    private static DeliveryTimes? Times(IEnumerable<TimeSpan> times)
    {
        TimeSpan[] sorted = [.. times.Order()];
        return sorted.Length == 0 ? null : new(Figures.Percentile(sorted, 50), Figures.Percentile(sorted, 95));
    }
}

/// Of one tablet. Missing: numbers that it has used and that are not here. Elsewhere: the event that it has moved to.
public sealed record TabletReport(DeviceRow Row, IReadOnlyList<ReportLine> Lines, IReadOnlyList<int> Missing, string? Elsewhere)
{
    public string Name => Row.Device.Name;
    public int Captured => Lines.Count + Missing.Count;

    public int In(DeliveryState state) => Lines.Count(line => line.State == state);
}

/// A lead and how far it has come. State: null while it is unopened.
public sealed record ReportLine(Guid DeviceId, int Number, DateTime CapturedAt, DateTime ReceivedAt, Guid? LeadId)
{
    public DeliveryState? State { get; init; }
    public DateTime? DeliveredAt { get; init; }
}

public sealed record HourReport(DateTime Hour, int Captured, int Delivered);
