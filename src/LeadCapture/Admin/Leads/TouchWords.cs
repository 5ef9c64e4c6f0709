using System.Globalization;
using LeadCapture.Forms;
using static LeadCapture.Admin.Leads.LeadText;

namespace LeadCapture.Admin.Leads;

/// How a visitor came, for people and for the file of leads.
public static class TouchWords
{
    private static readonly string[] Told = ["time", "source", "medium", "campaign", "click ID", "referrer", "landing page"];

    /// Only the first touch has a time of its own; the last one is the lead's.
    public static readonly IReadOnlyList<string> Headings =
        [.. Told.Select(what => "First " + what), .. Told.Skip(1).Select(what => "Last " + what)];

    /// What is not known is left out, but for the page before: without one, the visitor came directly.
    public static IEnumerable<(string Label, string Value)> Words(this Touch touch) =>
        from line in new (string Label, string? Value)[]
        {
            (T["Source"], touch["utm_source"]), (T["Medium"], touch["utm_medium"]), (T["Campaign"], touch["utm_campaign"]),
            (T["Campaign ID"], touch["utm_id"]), (T["Term"], touch["utm_term"]), (T["Content"], touch["utm_content"]),
            (T["Click ID"], ClickOf(touch)), (T["Referrer"], touch[Touch.Referrer] ?? T["None"]),
            (T["Landing page"], touch[Touch.LandingPage]),
        }
        where line.Value is not null
        select (line.Label, line.Value);

    public static DateTime? Time(this Touch touch) => DateTime.TryParse(
        touch[Touch.At], InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    /// In the order of the headings.
    public static IEnumerable<string?> Cells(Attribution? came) =>
        [came?.First?.Time() is { } at ? Csv.Time(at) : null, .. Cells(came?.First), .. Cells(came?.Last)];

    private static IEnumerable<string?> Cells(Touch? touch) =>
    [
        touch?["utm_source"], touch?["utm_medium"], touch?["utm_campaign"], touch is null ? null : ClickOf(touch), touch?[Touch.Referrer],
        touch?[Touch.LandingPage],
    ];

    private static string? ClickOf(Touch touch) => touch.Click is var (name, id) ? $"{name}={id}" : null;
}
