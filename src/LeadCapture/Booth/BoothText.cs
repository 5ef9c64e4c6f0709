using LeadCapture.Localization;
using Microsoft.Extensions.Localization;

namespace LeadCapture.Booth;

/// The texts of the app of tablets. They stand in BoothText.resx.
public sealed class BoothText
{
    public static IStringLocalizer T { get; } = Texts.Of<BoothText>();
}
