namespace LeadCapture.Catalogue;

/// When the catalogue is read without being asked for.
public sealed record CatalogueSchedule
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(3);

    /// Soon after the first start, then each night.
    public static CatalogueSchedule Nightly { get; } = new();

    /// Only where somebody asks for it.
    public static CatalogueSchedule OnDemand { get; } = new() { IsOn = false };

    public bool IsOn { get; private init; } = true;

    /// Between two looks whether it is time.
    public TimeSpan Pause { get; } = TimeSpan.FromMinutes(2);

    /// What did not succeed is tried again after this time.
    public TimeSpan Again { get; } = TimeSpan.FromHours(1);

    /// The next night, where the server stands.
    public DateTime Next(DateTime now, TimeZoneInfo zone)
    {
        var night = TimeZoneInfo.ConvertTimeFromUtc(now, zone).Date + Hour;
        while (zone.IsInvalidTime(night) || TimeZoneInfo.ConvertTimeToUtc(night, zone) <= now)
            night = night.Date.AddDays(1) + Hour;
        return TimeZoneInfo.ConvertTimeToUtc(night, zone);
    }
}
