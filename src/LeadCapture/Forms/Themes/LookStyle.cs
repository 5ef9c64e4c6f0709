using System.Text;

namespace LeadCapture.Forms.Themes;

/// A look as the custom properties that all style sheets are written in.
public static class LookStyle
{
    private const string Arrow =
        "url(\"data:image/svg+xml,%3csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3e%3cpath fill='none' stroke='%23{0}' "
        + "stroke-linecap='round' stroke-linejoin='round' stroke-width='2' d='m2 5 6 6 6-6'/%3e%3c/svg%3e\")";

    private static readonly CompositeFormat ArrowOf = CompositeFormat.Parse(Arrow);

    /// Of a page, an embedded form, or a booth. A frame cannot know the page around it: there the form stays as on a light screen.
    public static string Of(Theme theme)
    {
        var (light, dark) = (Palette.Light(theme), Palette.Dark(theme));
        var style = new StringBuilder(":root{").Append(Declared([.. Shape(theme), .. Tokens(light)])).Append('}');
        if (light.IsDark)
            style.Append(":root:not(.embed){color-scheme:dark}");
        return style.Append("@media (prefers-color-scheme:dark){:root:not(.embed){").Append(Declared(Tokens(dark))).Append("}}").ToString();
    }

    /// Of two samples on a page that has a look of its own.
    public static string OfSamples(Theme theme)
    {
        var (light, dark) = (Palette.Light(theme), Palette.Dark(theme));
        return $".look-light{{{Declared([.. Shape(theme), .. Tokens(light), Scheme(light)])}}}"
            + $".look-dark{{{Declared([.. Shape(theme), .. Tokens(dark), Scheme(dark)])}}}";
    }

    public static IReadOnlyList<(string Name, string Value)> Tokens(Palette palette) =>
    [
        ("--accent", palette.Accent.ToString()),
        ("--accent-ink", palette.AccentInk.ToString()),
        ("--accent-strong", palette.AccentStrong.ToString()),
        ("--accent-soft", palette.AccentSoft.ToString()),
        ("--on-accent", palette.OnAccent.ToString()),
        ("--ground", palette.Ground.ToString()),
        ("--surface", palette.Surface.ToString()),
        ("--ink", palette.Ink.ToString()),
        ("--ink-quiet", palette.InkQuiet.ToString()),
        ("--line", palette.Line.ToString()),
        ("--line-strong", palette.LineStrong.ToString()),
        ("--danger", palette.Danger.ToString()),
        ("--danger-soft", palette.DangerSoft.ToString()),
        ("--success", palette.Success.ToString()),
        ("--success-soft", palette.SuccessSoft.ToString()),
        ("--warning", palette.Warning.ToString()),
        ("--warning-soft", palette.WarningSoft.ToString()),
        ("--shadow", palette.IsDark
            ? "0 1px 2px rgb(0 0 0 / 0.4), 0 16px 40px -16px rgb(0 0 0 / 0.6)"
            : "0 1px 2px rgb(16 24 40 / 0.05), 0 12px 32px -12px rgb(16 24 40 / 0.14)"),
        ("--select-arrow", string.Format(InvariantCulture, ArrowOf, palette.Ink.ToString()[1..])),
    ];

    /// What is no color.
    public static IReadOnlyList<(string Name, string Value)> Shape(Theme theme) =>
    [
        ("--radius", Radii(theme.Radius)),
        ("--radius-small", $"calc({Radii(theme.Radius)} * 0.6)"),
        ("--column", Width(theme.Width)),
        .. theme.Font == Font.System ? Array.Empty<(string, string)>() : [("--bs-body-font-family", Family(theme.Font))],
    ];

    public static (string Name, string Value) Scheme(Palette palette) => ("color-scheme", palette.IsDark ? "dark" : "light");

    public static string Radii(Radius radius) => radius switch
    {
        Radius.None => "0rem",
        Radius.Small => "0.375rem",
        Radius.Large => "1.25rem",
        _ => "0.75rem",
    };

    public static string Width(FormWidth width) => width switch
    {
        FormWidth.Narrow => "28rem",
        FormWidth.Wide => "48rem",
        _ => "36rem",
    };

    /// What comes with the systems that people use: nothing is loaded.
    private static string Family(Font font) => font switch
    {
        Font.Humanist => "Seravek,\"Gill Sans Nova\",Ubuntu,Calibri,\"DejaVu Sans\",sans-serif",
        Font.Geometric => "Avenir,Montserrat,Corbel,\"URW Gothic\",\"Century Gothic\",sans-serif",
        Font.Serif => "Charter,\"Bitstream Charter\",\"Sitka Text\",Cambria,\"Liberation Serif\",serif",
        Font.Slab => "Rockwell,\"Rockwell Nova\",\"Roboto Slab\",\"DejaVu Serif\",\"Sitka Small\",serif",
        Font.Monospace => "ui-monospace,\"Cascadia Code\",\"Source Code Pro\",Menlo,Consolas,\"DejaVu Sans Mono\",monospace",
        _ => "var(--bs-font-sans-serif)",
    };

    private static string Declared(IEnumerable<(string Name, string Value)> tokens) =>
        string.Join(';', tokens.Select(token => $"{token.Name}:{token.Value}"));
}
