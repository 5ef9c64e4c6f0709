using LeadCapture.Localization;
using Microsoft.Extensions.Localization;

namespace LeadCapture.Admin.Forms.Look;

/// The texts of the page about a form's look. They stand in LookText.resx.
public sealed class LookText
{
    public static IStringLocalizer T { get; } = Texts.Of<LookText>();
}
