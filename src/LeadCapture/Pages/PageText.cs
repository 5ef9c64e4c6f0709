using LeadCapture.Localization;
using Microsoft.Extensions.Localization;

namespace LeadCapture.Pages;

/// The texts of the public pages. They stand in PageText.resx.
public sealed class PageText
{
    public static IStringLocalizer T { get; } = Texts.Of<PageText>();
}
