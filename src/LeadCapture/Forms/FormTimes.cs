namespace LeadCapture.Forms;

/// Times of a form as people of its place read them.
public static class FormTimes
{
    /// By its IANA name. Null: this machine does not know it.
    public static TimeZoneInfo? Zone(string? id) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(id ?? "UTC", out var zone) ? zone : null;

    /// On the clocks of the zone. A machine that does not know it goes by the clock that the time was set by.
    public static DateTime Local(DateTimeOffset moment, string? zone) =>
        (Zone(zone) is { } known ? TimeZoneInfo.ConvertTime(moment, known) : moment).DateTime;

    public static string Words(DateTimeOffset moment, string? zone) =>
        Local(moment, zone).ToString("d MMMM yyyy, H:mm", InvariantCulture);

    /// Europe/Berlin → Berlin.
    public static string Place(string? zone) => (zone ?? "UTC").Split('/')[^1].Replace('_', ' ');
}
