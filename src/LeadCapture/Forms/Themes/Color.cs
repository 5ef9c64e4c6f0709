using System.Globalization;

namespace LeadCapture.Forms.Themes;

/// A color as screens show it, written #rrggbb.
public readonly record struct Color(byte Red, byte Green, byte Blue)
{
    private const int Levels = 256;
    private static readonly double[] Linear = [.. Enumerable.Range(0, Levels).Select(level => Decoded(level / 255.0))];

    public static Color Black { get; } = new(0, 0, 0);
    public static Color White { get; } = new(255, 255, 255);

    /// Null: this is no color.
    public static Color? Find(string? text) =>
        text is ['#', _, _, _, _, _, _]
        && int.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, InvariantCulture, out var rgb)
            ? new((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb)
            : null;

    public static Color Parse(string text) => Find(text) ?? throw new FormatException("A color is written #rrggbb");

    /// How much light each channel gives, from 0 to 1.
    internal (double Red, double Green, double Blue) Light => (Linear[Red], Linear[Green], Linear[Blue]);

    /// Of WCAG.
    public double Luminance => 0.2126 * Linear[Red] + 0.7152 * Linear[Green] + 0.0722 * Linear[Blue];

    /// Of WCAG: from 1 (the same) to 21 (black and white).
    public double ContrastTo(Color other)
    {
        var (one, two) = (Luminance + 0.05, other.Luminance + 0.05);
        return one > two ? one / two : two / one;
    }

    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";

    internal static byte Encoded(double light)
    {
        var level = light <= 0.0031308 ? light * 12.92 : 1.055 * Math.Pow(light, 1 / 2.4) - 0.055;
        return (byte)Math.Round(Math.Clamp(level, 0, 1) * 255);
    }

    private static double Decoded(double level) => level <= 0.04045 ? level / 12.92 : Math.Pow((level + 0.055) / 1.055, 2.4);
}
