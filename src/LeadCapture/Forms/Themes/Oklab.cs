namespace LeadCapture.Forms.Themes;

/// A color as eyes see it (OKLab): its lightness from 0 to 1, and how far it is from gray on two axes.
public readonly record struct Oklab(double Lightness, double A, double B)
{
    private const int Halvings = 12;

    /// Rounding may leave a channel just outside.
    private const double Tolerance = 0.0005;

    public static Oklab Of(Color color)
    {
        var (red, green, blue) = color.Light;
        var l = Math.Cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
        var m = Math.Cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
        var s = Math.Cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
        return new(
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s);
    }

    /// As color-mix(in oklab, one, other share) of CSS.
    public static Color Mix(Color one, Color other, double share)
    {
        var (from, to) = (Of(one), Of(other));
        return new Oklab(
            from.Lightness + (to.Lightness - from.Lightness) * share,
            from.A + (to.A - from.A) * share,
            from.B + (to.B - from.B) * share).ToColor();
    }

    /// The same hue, and no more colorful than this.
    public Oklab AtMost(double chroma)
    {
        var own = Math.Sqrt(A * A + B * B);
        return own <= chroma ? this : Paler(chroma / own);
    }

    /// What no screen can show becomes paler; its lightness and its hue stay.
    public Color ToColor()
    {
        if (Lightness is <= 0 or >= 1)
            return Lightness <= 0 ? Color.Black : Color.White;
        if (!IsShown())
        {
            var (pale, colorful) = (0.0, 1.0);
            for (var step = 0; step < Halvings; step++)
            {
                var middle = (pale + colorful) / 2;
                (pale, colorful) = Paler(middle).IsShown() ? (middle, colorful) : (pale, middle);
            }
            return Paler(pale).Encoded();
        }
        return Encoded();
    }

    private Oklab Paler(double share) => new(Lightness, A * share, B * share);

    private bool IsShown()
    {
        var (red, green, blue) = Light();
        return Within(red) && Within(green) && Within(blue);

        static bool Within(double light) => light is >= -Tolerance and <= 1 + Tolerance;
    }

    private Color Encoded()
    {
        var (red, green, blue) = Light();
        return new(Color.Encoded(red), Color.Encoded(green), Color.Encoded(blue));
    }

    private (double Red, double Green, double Blue) Light()
    {
        var l = Cube(Lightness + 0.3963377774 * A + 0.2158037573 * B);
        var m = Cube(Lightness - 0.1055613458 * A - 0.0638541728 * B);
        var s = Cube(Lightness - 0.0894841775 * A - 1.2914855480 * B);
        return (
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);

        static double Cube(double value) => value * value * value;
    }
}
