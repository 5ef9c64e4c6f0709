using static LeadCapture.Admin.Forms.Share.ShareText;

namespace LeadCapture.Admin.Forms.Share;

/// How the loader shows a form, and what it does beside that. The names are those of its attributes.
public sealed record EmbedChoices
{
    private const string Inline = "inline";
    private const string Popup = "popup";

    public string Mode
    {
        get => Modes.Any(mode => mode.Name == field) ? field : Inline;
        init;
    } = Inline;

    public bool FirstTouch { get; init; }
    public bool DataLayer { get; init; }

    public bool IsInPage => Mode == Inline;

    /// The page's own link opens it.
    public bool NeedsLink => Mode == Popup;

    public static IReadOnlyList<(string Name, string Label, string Hint)> Modes =>
    [
        (Inline, T["In the page"], T["The form appears where you put the code and grows with its content."]),
        ("button", T["Button"], T["Adds a button where you paste the code. It opens the form in a dialog."]),
        ("slide-in", T["Side panel"], T["A button in the corner of the page opens the form as a panel at the side."]),
        (Popup, T["Your own link"], T["Any link to #leadcapture-FORM on your page opens the form in a dialog."]),
    ];

    public string Attributes =>
        (Mode == Inline ? "" : $" data-mode=\"{Mode}\"") + (FirstTouch ? " data-first-touch" : "") + (DataLayer ? " data-datalayer" : "");
}
