using LeadCapture.Deliveries;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LeadCapture.Admin;

/// Days as columns. Across in percent and down in pixels, so that the letters keep their size on every screen.
public sealed class DayChart(IReadOnlyList<DayFigures> days)
{
    public const int Height = 160;
    private const double BarShare = .62;

    /// A round number that no column exceeds, and that can be halved.
    public long Top { get; } = RoundUp(days.Max(day => day.Received));

    public IEnumerable<(DayFigures Day, string Middle, List<Bar> Bars)> Columns =>
        days.Select((day, place) => (day, Percent((place + .5) / days.Count), Stack(day, place)));

    /// The view cannot write it: there, the tag means something else.
    public static IHtmlContent Text(string x, int y, string anchor, string text)
    {
        var tag = new TagBuilder("text") { Attributes = { ["x"] = x, ["y"] = y.ToString(InvariantCulture), ["text-anchor"] = anchor } };
        tag.InnerHtml.Append(text);
        return tag;
    }

    /// What is delivered stands at the bottom, what needs a person on top.
    private List<Bar> Stack(DayFigures day, int place)
    {
        var (left, width) = (Percent((place + (1 - BarShare) / 2) / days.Count), Percent(BarShare / days.Count));
        List<Bar> bars = [];
        var floor = (double)Height;
        foreach (var (kind, count) in ((string, long)[])
            [("delivered", day.Delivered), ("rest", day.Rest), ("attention", day.NeedsAttention)])
        {
            if (count <= 0)
                continue;
            var height = Math.Max(1.5, Height * (double)count / Top);
            floor -= height;
            bars.Add(new(kind, left, width, Pixels(floor), Pixels(height)));
        }
        return bars;
    }

    private static long RoundUp(long most)
    {
        var unit = 1L;
        while (unit * 10 < most)
            unit *= 10;
        return ((long[])[2, 4, 6, 10]).Select(step => step * unit).First(top => top >= most);
    }

    private static string Percent(double part) => (part * 100).ToString("0.##", InvariantCulture) + "%";

    private static string Pixels(double length) => length.ToString("0.#", InvariantCulture);
}

/// A part of a column, in the words of SVG.
public sealed record Bar(string Kind, string X, string Width, string Y, string Height);
