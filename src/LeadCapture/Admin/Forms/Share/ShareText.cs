using LeadCapture.Localization;
using Microsoft.Extensions.Localization;

namespace LeadCapture.Admin.Forms.Share;

/// The texts about the ways to use a form. They stand in ShareText.resx.
public sealed class ShareText
{
    public static IStringLocalizer T { get; } = Texts.Of<ShareText>();
}
