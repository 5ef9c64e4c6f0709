using LeadCapture.Forms;
using LeadCapture.Forms.Themes;
using static LeadCapture.Admin.Forms.Look.LookText;

namespace LeadCapture.Admin.Forms.Look;

/// How a form looks, and what may be changed about it.
public sealed record LookPage(FormHead Head, LookForm Form, Theme Theme, FormLook Look)
{
    /// Null: the form takes the look of the installation.
    public required Theme? Own { get; init; }

    /// Of the installation; null: the one that comes with the program.
    public required Theme? Default { get; init; }

    /// The state of the draft that the page shows.
    public required int Seen { get; init; }

    public required string Title { get; init; }

    /// What somebody else did meanwhile.
    public string Notice { get; init; } = "";

    public IReadOnlyList<ColorEntry> Colors
    {
        get
        {
            var (palette, contrasts) = (Palette.Light(Theme), ContrastGuard.Of(Theme));
            return
            [
                new("accent", T["Accent"], T["Buttons, links, and selected answers."], Form.Accent, palette.Accent, contrasts[0]),
                new("background", T["Background"], T["The page behind the form."],
                    Form.Background, palette.Ground, contrasts[1]),
                new("text", T["Text"], T["All text."], Form.Text, palette.Ink, contrasts[2]),
            ];
        }
    }
}

/// The input of a color, and how well it can be read. Now: what it is where nothing is typed.
public sealed record ColorEntry(string Name, string Label, string Hint, string Value, Color Now, Contrast Contrast)
{
    public string Words => WordsOf(Contrast);

    public static string WordsOf(Contrast contrast) => contrast.Passes
        ? T["Contrast {0:0.0}:1. Easy to read.", contrast.Shown]
        : T["Contrast {0:0.0}:1. Too low: at least 4.5:1 is required to publish.", contrast.Shown];
}

/// A choice that shows what it does.
public sealed record LookChoice(string Name, string Label, string Value, IReadOnlyList<(string Value, string Label)> Choices);
