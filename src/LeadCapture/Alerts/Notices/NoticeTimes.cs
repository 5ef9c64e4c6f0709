using LeadCapture.Forms;

namespace LeadCapture.Alerts.Notices;

/// When a form's new leads are told next.
public static class NoticeTimes
{
    /// A rush is one message a minute, and no flood.
    public static readonly TimeSpan Bundled = TimeSpan.FromMinutes(1);

    public static DateTime Next(NoticeRhythm rhythm, int hour, string timeZone, DateTime now) => rhythm switch
    {
        NoticeRhythm.AtOnce => now + Bundled,
        NoticeRhythm.Hourly => new DateTime(now.Year, now.Month, now.Day, now.Hour, 0, 0, DateTimeKind.Utc).AddHours(1),
        _ => NextDay(hour, FormTimes.Zone(timeZone) ?? TimeZoneInfo.Utc, now),
    };

    private static DateTime NextDay(int hour, TimeZoneInfo zone, DateTime now)
    {
        var day = TimeZoneInfo.ConvertTimeFromUtc(now, zone).Date;
        var next = At(day.AddHours(hour), zone);
        return next > now ? next : At(day.AddDays(1).AddHours(hour), zone);
    }

    /// An hour that clocks skip that day is the next one.
    private static DateTime At(DateTime local, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(local) ? local.AddHours(1) : local, zone);
}
