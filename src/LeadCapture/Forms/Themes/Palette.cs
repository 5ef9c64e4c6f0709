using static LeadCapture.Forms.Themes.Oklab;

namespace LeadCapture.Forms.Themes;

/// All colors of a look, for a light or a dark screen. What a maker chose is shown as it was chosen; the rest derives from it and
/// can be read. Style sheets repeat none of this: they get the colors from here.
public sealed class Palette
{
    /// Text on its ground, by WCAG 2.2 AA.
    public const double LeastContrast = 4.5;

    /// The edge of an input.
    private const double LeastEdge = 3;

    /// Finer than the colors of a screen.
    public const double Step = 1 / 512.0;

    /// For what nobody chose.
    private const double LargeStep = 8 * Step;

    private static readonly Color DefaultAccent = Color.Parse("#2952cc");
    private static readonly Color LightGround = Color.Parse("#f6f7f8");
    private static readonly Color DarkGround = Color.Parse("#101217");
    private static readonly Color DarkSurface = Color.Parse("#191c23");
    internal static readonly Color DarkInk = Color.Parse("#171a21");
    internal static readonly Color LightInk = Color.Parse("#eceef2");
    private static readonly Signal Red = new(Color.Parse("#b3261e"), Color.Parse("#ff9d94"), Color.Parse("#f0503c"));
    private static readonly Signal Green = new(Color.Parse("#17693f"), Color.Parse("#7fd6a4"), Color.Parse("#1fb866"));
    private static readonly Signal Amber = new(Color.Parse("#7a4b00"), Color.Parse("#f2c26b"), Color.Parse("#f5a623"));

    /// The accent was chosen for another ground: where it is written on this one it may be lighter.
    private readonly bool adapts;

    private Palette(Color accent, Color ground, Color surface, Color ink, bool isDark, bool adapts)
    {
        (Ground, Surface, Ink, IsDark, this.adapts) = (ground, surface, ink, isDark, adapts);
        Accent = accent;
    }

    public bool IsDark { get; }
    public Color Ground { get; }
    public Color Surface { get; }
    public Color Ink { get; }
    public Color Accent { get; private set; }

    public Color OnAccent => Accent.ContrastTo(Color.White) >= LeastContrast ? Color.White : Color.Black;

    /// Under the pointer: away from what is written on it.
    public Color AccentStrong => Mix(Accent, OnAccent == Color.White ? Color.Black : Color.White, 0.22);
    public Color AccentSoft => Soft(Accent);
    public Color AccentInk => adapts ? Readable(Mix(Accent, Color.White, 0.52), AccentSoft) : Accent;

    public Color InkQuiet => Quietest(0.35, LeastContrast, TextGrounds);
    public Color Line => Mix(Surface, Ink, 0.12);
    public Color LineStrong => Quietest(0.5, LeastEdge, [Ground, Surface]);

    public Color DangerSoft => Tinted(Red);
    public Color SuccessSoft => Tinted(Green);
    public Color WarningSoft => Tinted(Amber);
    public Color Danger => Readable(Of(Red), DangerSoft);
    public Color Success => Readable(Of(Green), SuccessSoft);
    public Color Warning => Readable(Of(Amber), WarningSoft);

    /// What text stands on.
    public IReadOnlyList<Color> TextGrounds => [Ground, Surface, AccentSoft, DangerSoft, SuccessSoft, WarningSoft];

    /// The least contrast of all that is written in the color of text.
    public double InkContrast => Least(Ink, TextGrounds);

    /// The least contrast of links, and of what stands on buttons.
    public double AccentContrast => Math.Min(
        Least(AccentInk, [Ground, Surface, AccentSoft]), Least(OnAccent, [Accent, AccentStrong]));

    /// Where the screen is light.
    public static Palette Light(Theme theme)
    {
        var (chosen, background, text) = (Color.Find(theme.Accent), Color.Find(theme.Background), Color.Find(theme.Text));
        var ground = background ?? Mix(LightGround, chosen ?? DefaultAccent, 0.03);
        var isDark = background is not null
            && (text?.Luminance > ground.Luminance || text is null && ground.ContrastTo(LightInk) > ground.ContrastTo(DarkInk));
        var surface = background is null ? Color.White : Mix(ground, Color.White, isDark ? 0.05 : 0.6);
        var ink = text ?? (isDark ? LightInk : DarkInk);
        var palette = new Palette(chosen ?? DefaultAccent, ground, surface, ink, isDark, adapts: false);
        if (chosen is null)
            palette.Accent = palette.ReadableAccent();
        return palette;
    }

    /// Where the screen is dark. A form that is dark anyway stays as it is.
    public static Palette Dark(Theme theme)
    {
        var light = Light(theme);
        if (light.IsDark)
            return light;
        return new(
            light.Accent,
            Color.Find(theme.Background) is { } ground ? Toned(ground, 0.185) : Mix(DarkGround, light.Accent, 0.04),
            Color.Find(theme.Background) is { } surface ? Toned(surface, 0.225) : DarkSurface,
            Color.Find(theme.Text) is { } text ? Toned(text, 0.945) : LightInk,
            isDark: true, adapts: true);
    }

    /// The same color with another lightness.
    public static Color At(Color color, double lightness) => (Oklab.Of(color) with { Lightness = lightness }).ToColor();

    private static Color Toned(Color color, double lightness) => (Oklab.Of(color).AtMost(0.03) with { Lightness = lightness }).ToColor();

    private static double Least(Color color, IReadOnlyList<Color> grounds)
    {
        var least = double.MaxValue;
        foreach (var ground in grounds)
            least = Math.Min(least, color.ContrastTo(ground));
        return least;
    }

    private Color Of(Signal signal) => IsDark ? signal.OnDark : signal.OnLight;

    private Color Soft(Color color) => Mix(Surface, color, IsDark ? 0.24 : 0.09);

    private Color Tinted(Signal signal) => Mix(Surface, signal.Tint, IsDark ? 0.16 : 0.12);

    /// As it is, or as far lighter or darker as it takes to be read.
    private Color Readable(Color color, Color soft) => Moved(color, moved => Least(moved, [Ground, Surface, soft]));

    private Color ReadableAccent() => Moved(Accent, moved => Least(moved, [Ground, Surface, Soft(moved)]));

    private Color Moved(Color color, Func<Color, double> contrast)
    {
        var moved = color;
        for (var lightness = Oklab.Of(color).Lightness; contrast(moved) < LeastContrast && lightness is > 0 and < 1;)
            moved = At(color, lightness += IsDark ? LargeStep : -LargeStep);
        return moved;
    }

    /// Ink that is mixed with the surface as far as this, or as it can still be seen.
    private Color Quietest(double share, double contrast, IReadOnlyList<Color> grounds)
    {
        for (; share > 0; share -= 0.05)
            if (Mix(Ink, Surface, share) is var quiet && Least(quiet, grounds) >= contrast)
                return quiet;
        return Ink;
    }

    /// A color that says something: as text, and as a tint of the ground behind it.
    private sealed record Signal(Color OnLight, Color OnDark, Color Tint);
}
