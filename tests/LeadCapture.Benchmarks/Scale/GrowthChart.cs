using System.Text;

namespace LeadCapture.Benchmarks.Scale;

/// How the slowest question of each topic grows, as an SVG that can be read on light and on dark ground.
public static class GrowthChart
{
    private const int Panel = 380;
    private const int Left = 56;
    private const int Top = 44;
    private const int Width = 290;
    private const int Height = 220;
    private const double Least = 0.1;
    private const double Most = 100;
    private static readonly string[] Colours = ["#3b7ddd", "#d9822b", "#2e9e6b", "#9a63d8", "#c2a300", "#d6487f"];

    public static string Of(IReadOnlyList<ScaleTable> tables)
    {
        var topics = tables[0].Topics.Select(topic => topic.Topic).ToList();
        return $$"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {{Panel * tables.Count}} {{Top + Height + 92}}"
              font-family="system-ui, sans-serif" font-size="12" stroke-width="1">
            <title>Milliseconds at the 95th percentile, by number of leads</title>
            <style>
              text { fill: #24292f } .grid { stroke: #8886 } .limit { stroke: #d33; stroke-dasharray: 5 4 }
              @media (prefers-color-scheme: dark) { text { fill: #e6edf3 } }
            </style>
            {{string.Concat(tables.Index().Select(one => Draw(one.Item, (one.Index * Panel) + Left)))}}{{Legend(topics)}}</svg>

            """;
    }

    private static string Draw(ScaleTable table, int left)
    {
        var svg = new StringBuilder();
        svg.AppendLine(InvariantCulture, $"""<text x="{left}" y="20" font-weight="600">{table.Store}</text>""");
        for (var value = Least; value <= Most; value *= 10)
            svg.AppendLine(Line("grid", left, value))
                .AppendLine(Text(left - 6, Y(value) + 4, "end", $"{Math.Round(value, 1)} ms"));
        svg.AppendLine(Line("limit", left, ScaleTable.Limit))
            .AppendLine(Text(left + Width, Y(ScaleTable.Limit) - 4, "end", "limit"));
        foreach (var (place, size) in table.Sizes.Index())
            svg.AppendLine(Text(X(place, table, left), Top + Height + 18, "middle", size.ToString("N0", InvariantCulture)));
        foreach (var (topic, (_, times)) in table.Topics.Index())
        {
            var points = string.Join(' ', times.Select((time, place) =>
                string.Create(InvariantCulture, $"{X(place, table, left):0},{Y(time):0.0}")));
            svg.AppendLine(InvariantCulture,
                $"""<polyline fill="none" stroke="{Colours[topic % Colours.Length]}" stroke-width="2" points="{points}"/>""");
        }
        return svg.ToString();
    }

    private static string Legend(IReadOnlyList<string> topics)
    {
        var svg = new StringBuilder();
        foreach (var (place, topic) in topics.Index())
        {
            var (x, y) = (Left + (place % 4 * 150), Top + Height + 48 + (place / 4 * 22));
            svg.AppendLine(InvariantCulture,
                $"""<rect x="{x}" y="{y - 9}" width="14" height="4" fill="{Colours[place % Colours.Length]}"/>""");
            svg.AppendLine(Text(x + 20, y - 3, "start", topic));
        }
        return svg.ToString();
    }

    private static string Line(string kind, int left, double value) => string.Create(InvariantCulture,
        $"""<line class="{kind}" x1="{left}" x2="{left + Width}" y1="{Y(value):0.0}" y2="{Y(value):0.0}"/>""");

    private static string Text(double x, double y, string anchor, string text) => string.Create(InvariantCulture,
        $"""<text x="{x:0}" y="{y:0}" text-anchor="{anchor}">{text}</text>""");

    private static double X(int place, ScaleTable table, int left) =>
        left + (table.Sizes.Count == 1 ? Width / 2 : (double)Width * place / (table.Sizes.Count - 1));

    /// In powers of ten.
    private static double Y(double value) =>
        Top + Height - (Height * (Math.Log10(Math.Clamp(value, Least, Most)) - Math.Log10(Least)) / Math.Log10(Most / Least));
}
