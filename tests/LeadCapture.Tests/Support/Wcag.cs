using System.Text.RegularExpressions;

namespace LeadCapture.Tests.Support;

/// Contrast as the standard says, measured in a style sheet: nothing of it comes from the program.
internal static partial class Wcag
{
    private static readonly (string Color, string[] Grounds)[] Uses =
    [
        ("ink", ["ground", "surface", "accent-soft", "danger-soft", "success-soft", "warning-soft"]),
        ("ink-quiet", ["ground", "surface"]),
        ("accent-ink", ["ground", "surface", "accent-soft"]),
        ("on-accent", ["accent", "accent-strong"]),
        ("danger", ["ground", "surface", "danger-soft"]),
        ("success", ["ground", "surface", "success-soft"]),
        ("warning", ["ground", "surface", "warning-soft"]),
    ];

    public static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    /// Of all that is written on something, on light screens and dark ones.
    public static double Lowest(string style)
    {
        var dark = style.IndexOf("@media", StringComparison.Ordinal);
        return Math.Min(LowestOf(style[..dark]), LowestOf(style[dark..]));
    }

    public static IReadOnlyDictionary<string, string> Colors(string style) => Token().Matches(style)
        .GroupBy(token => token.Groups[1].Value).ToDictionary(same => same.Key, same => same.Last().Groups[2].Value);

    private static double LowestOf(string style)
    {
        var colors = Colors(style);
        return Uses.Min(use => use.Grounds.Min(ground => Contrast(colors[use.Color], colors[ground])));
    }

    private static double Luminance(string color)
    {
        var channels = Enumerable.Range(0, 3).Select(place => Convert.ToInt32(color.Substring(1 + 2 * place, 2), 16) / 255.0)
            .Select(level => level <= 0.03928 ? level / 12.92 : Math.Pow((level + 0.055) / 1.055, 2.4)).ToList();
        return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2];
    }

    [GeneratedRegex(@"--([a-z-]+):\s*(#[0-9a-f]{6})\b")]
    private static partial Regex Token();
}
