using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LeadCapture.Admin;

/// Days as columns, with a sentence for those who do not see them. Across in percent and down in pixels, so that the letters keep their
/// size on every screen.
public sealed class DayChart(IReadOnlyList<DayColumn> days, string summary)
{
    public const int Height = 160;
    private const double BarShare = .62;
    private const int MostNamed = 31;
    private const int Week = 7;

    public string Summary => summary;

    /// A round number that no column exceeds, and that can be halved.
    public long Top { get; } = RoundUp(days.Max(day => day.Height));

    public IEnumerable<(DayColumn Day, List<Bar> Bars)> Columns => days.Select((day, place) => (day, Stack(day, place)));

    /// What stands under the columns: each day while there is room, and each month.
    public IEnumerable<(string Middle, string Day, string? Month)> Names =>
        from column in days.Index()
        let date = column.Item.Day
        let month = column.Index == 0 || date.Day == 1 ? date.ToString("MMM", InvariantCulture) : null
        where days.Count <= MostNamed || (days.Count - 1 - column.Index) % Week == 0
        select (Percent((column.Index + .5) / days.Count), date.Day.ToString(InvariantCulture),
            days.Count <= MostNamed ? month : date.Day <= Week || column.Index < Week ? date.ToString("MMM", InvariantCulture) : null);

    /// The view cannot write it: there, the tag means something else.
    public static IHtmlContent Text(string x, int y, string anchor, string text)
    {
        var tag = new TagBuilder("text") { Attributes = { ["x"] = x, ["y"] = y.ToString(InvariantCulture), ["text-anchor"] = anchor } };
        tag.InnerHtml.Append(text);
        return tag;
    }

    /// From the bottom up.
    private List<Bar> Stack(DayColumn day, int place)
    {
        var (left, width) = (Percent((place + (1 - BarShare) / 2) / days.Count), Percent(BarShare / days.Count));
        List<Bar> bars = [];
        var floor = (double)Height;
        foreach (var (kind, count) in day.Parts)
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

/// A day with what it is made of, from the bottom up, and all of that in words.
public sealed record DayColumn(DateOnly Day, string Title, params IReadOnlyList<(string Kind, long Count)> Parts)
{
    public long Height => Parts.Sum(part => Math.Max(0, part.Count));
}

/// A part of a column, in the words of SVG.
public sealed record Bar(string Kind, string X, string Width, string Y, string Height);
