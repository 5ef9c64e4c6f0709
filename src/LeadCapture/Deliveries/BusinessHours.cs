namespace LeadCapture.Deliveries;

/// When people read their mail: weekdays from 9 to 17 o'clock.
public static class BusinessHours
{
    private const int Begin = 9;
    private const int End = 17;

    /// This moment, or the first one after it that lies in them.
    public static DateTime From(DateTime moment, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(moment, zone);
        if (IsWorkday(local) && local.Hour is >= Begin and < End)
            return moment;
        var day = local.Hour < Begin ? local.Date : local.Date.AddDays(1);
        while (!IsWorkday(day))
            day = day.AddDays(1);
        return TimeZoneInfo.ConvertTimeToUtc(day.AddHours(Begin), zone);
    }

    private static bool IsWorkday(DateTime day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
