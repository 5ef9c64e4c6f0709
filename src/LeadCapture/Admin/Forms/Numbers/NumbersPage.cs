using LeadCapture.Forms.Numbers;
using LeadCapture.Submissions;
using static LeadCapture.Admin.Forms.Numbers.NumbersText;

namespace LeadCapture.Admin.Forms.Numbers;

/// What became of the visitors of a form in the last days, the oldest first.
public sealed record NumbersPage(FormHead Head, int Days)
{
    public required IReadOnlyList<DayVisits> ByDay { get; init; }
    public required IReadOnlyList<Named<VisitFigures>> ByChannel { get; init; }

    /// Those with the most views.
    public required IReadOnlyList<Named<VisitFigures>> ByCampaign { get; init; }

    /// After which field visitors left; "": one that the form no longer has.
    public required IReadOnlyList<Named<long>> Stops { get; init; }

    /// Null where nobody's time is known.
    public required TimeSpan? MedianTime { get; init; }

    public VisitFigures All => new(ByDay.Sum(day => day.Visits.Views), ByDay.Sum(day => day.Visits.Starts), ByDay.Sum(day => day.Visits.Sends));

    public bool IsEmpty => ByChannel.Count == 0;

    public DayChart Chart => new(
        [
            .. ByDay.Select(day => new DayColumn(
                day.Day,
                T["{0}: {1:N0} views, {2:N0} starts, {3:N0} sends",
                    day.Day.ToString("d MMM", InvariantCulture), day.Visits.Views, day.Visits.Starts, day.Visits.Sends],
                ("delivered", day.Visits.Sends),
                ("started", day.Visits.Starts - day.Visits.Sends),
                ("rest", day.Visits.Views - Math.Max(day.Visits.Starts, day.Visits.Sends)))),
        ],
        T["{0:N0} views, {1:N0} starts and {2:N0} sends in the last {3} days. The table below has the numbers.",
            All.Views, All.Starts, All.Sends, Days]);

    public static string ChannelWord(string channel) => channel switch
    {
        "Page" => T["Own page"],
        "Embed" => T["In a website"],
        "Booth" => T["Booth"],
        Origin.Api => T["Program (API)"],
        _ => channel,
    };

    public static string CampaignWords(string key) => Campaign.FromKey(key) switch
    {
        var none when none == Campaign.None => T["No campaign"],
        var other when other == Campaign.Other => T["Other campaigns"],
        { Source: "", Name: var name } => name,
        { Source: var source, Name: "" } => source,
        var both => $"{both.Source} · {both.Name}",
    };

    public static string Percent(double? share) =>
        share is { } part ? (part * 100).ToString("0", InvariantCulture) + "%" : T["None"];
}
