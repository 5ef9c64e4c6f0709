using LeadCapture.Localization;
using Microsoft.Extensions.Localization;

namespace LeadCapture.Web;

/// The texts of error pages and what every page has. They stand in WebText.resx.
public sealed class WebText
{
    public static IStringLocalizer T { get; } = Texts.Of<WebText>();
}
