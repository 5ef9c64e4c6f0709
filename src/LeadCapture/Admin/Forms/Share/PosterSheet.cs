using System.Text.RegularExpressions;
using LeadCapture.Forms;

namespace LeadCapture.Admin.Forms.Share;

/// A form on a sheet of paper, for the phones of visitors. Picture: where the code of its link is; Back: the page that led here.
public sealed partial record PosterSheet(string Title, string Intro, string Accent, string Link, string Picture, string Back)
{
    private const string OwnAccent = "#2952cc";

    public static PosterSheet Of(FormDefinition form, string link, string picture, string back) =>
        new(form.Title, form.Intro, form.Theme?.Accent is { } accent && Color().IsMatch(accent) ? accent : OwnAccent, link, picture, back);

    [GeneratedRegex("^#[0-9A-Fa-f]{6}$")]
    private static partial Regex Color();
}
