namespace LeadCapture.Forms.Themes;

/// Whether people can read a form in its colors. Where they cannot, it names the nearest color that they can.
public static class ContrastGuard
{
    /// Accent, background and text, in this order.
    public static IReadOnlyList<Contrast> Of(Theme theme) =>
        [Of(theme, ThemeColor.Accent), Of(theme, ThemeColor.Background), Of(theme, ThemeColor.Text)];

    public static Contrast Of(Theme theme, ThemeColor color) => new(color, theme.Chosen(color) is not null, Ratio(theme, color),
        () => Color.Find(theme.Chosen(color)) is { } chosen ? Nearest(theme, color, chosen) : null);

    /// What keeps a form from being published. Nobody is told of a color twice: what was chosen has to fit the background.
    public static IReadOnlyList<Contrast> ProblemsOf(Theme theme) =>
    [
        .. Of(theme).Where(one => one is { Passes: false, IsChosen: true })
            .Where(one => one.Of != ThemeColor.Background || theme.Text is null || theme.Accent is null),
    ];

    private static double Ratio(Theme theme, ThemeColor color) => color switch
    {
        ThemeColor.Accent => AccentContrast(theme),
        ThemeColor.Text => InkContrast(theme),
        // What was not chosen adapts to the background: where it can't, the background is at fault.
        _ when theme.Accent is not null => InkContrast(theme),
        _ when theme.Text is not null => AccentContrast(theme),
        _ => Math.Min(InkContrast(theme), AccentContrast(theme)),
    };

    /// On light screens and on dark ones.
    private static double InkContrast(Theme theme)
    {
        var light = Palette.Light(theme).InkContrast;
        return light < Palette.LeastContrast ? light : Math.Min(light, Palette.Dark(theme).InkContrast);
    }

    private static double AccentContrast(Theme theme)
    {
        var light = Palette.Light(theme).AccentContrast;
        return light < Palette.LeastContrast ? light : Math.Min(light, Palette.Dark(theme).AccentContrast);
    }

    /// The smallest change of lightness that helps, darker or lighter. Null: none does.
    private static Color? Nearest(Theme theme, ThemeColor color, Color chosen)
    {
        var (own, others) = (Oklab.Of(chosen).Lightness, Opposites(theme, color));
        for (var step = 1; step * Palette.Step < 1 + Palette.Step; step++)
            foreach (var lightness in (double[])[own - step * Palette.Step, own + step * Palette.Step])
                if (lightness is > -Palette.Step and < 1 + Palette.Step && Palette.At(chosen, lightness) is var candidate
                    && (others.Length == 0 || others.Any(other => candidate.ContrastTo(other) >= Palette.LeastContrast))
                    && Ratio(theme.With(color, candidate), color) >= Palette.LeastContrast)
                    return candidate;
        return null;
    }

    /// One of them has to stand out from the color, whatever else does: most colors need no closer look. None: look at all.
    private static Color[] Opposites(Theme theme, ThemeColor color) => (color, Color.Find(theme.Text)) switch
    {
        (not ThemeColor.Background, _) => [Palette.Light(theme).Surface],
        (_, null) => [Palette.LightInk, Palette.DarkInk],
        (_, { } text) => theme.Accent is null ? [] : [text],
    };
}

public enum ThemeColor { Accent, Background, Text }

public static class ThemeColors
{
    public static string? Chosen(this Theme theme, ThemeColor color) => color switch
    {
        ThemeColor.Accent => theme.Accent,
        ThemeColor.Background => theme.Background,
        _ => theme.Text,
    };

    public static Theme With(this Theme theme, ThemeColor color, Color chosen) => color switch
    {
        ThemeColor.Accent => theme with { Accent = chosen.ToString() },
        ThemeColor.Background => theme with { Background = chosen.ToString() },
        _ => theme with { Text = chosen.ToString() },
    };
}

/// The least contrast of what a color is used for.
public sealed class Contrast(ThemeColor of, bool isChosen, double ratio, Func<Color?> nearest)
{
    private readonly Lazy<Color?> nearest = new(nearest);

    public ThemeColor Of { get; } = of;
    public bool IsChosen { get; } = isChosen;
    public double Ratio { get; } = ratio;

    /// As in the JSON of a theme.
    public string Name => Of.ToString().ToLowerInvariant();

    public bool Passes => Ratio >= Palette.LeastContrast;

    /// The nearest color that passes, where this one does not.
    public Color? Instead => Passes ? null : nearest.Value;

    /// Never more than it is: 4.49 is not 4.5.
    public double Shown => Math.Floor(Ratio * 10) / 10;
}
