using LeadCapture.Localization;
using Microsoft.Extensions.Localization;

namespace LeadCapture.Admin.Forms;

/// The texts of the pages about forms. They stand in FormsText.resx.
public sealed class FormsText
{
    public static IStringLocalizer T { get; } = Texts.Of<FormsText>();
}
