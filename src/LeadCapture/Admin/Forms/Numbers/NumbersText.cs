using LeadCapture.Localization;
using Microsoft.Extensions.Localization;

namespace LeadCapture.Admin.Forms.Numbers;

/// The texts about the numbers of a form. They stand in NumbersText.resx.
public sealed class NumbersText
{
    public static IStringLocalizer T { get; } = Texts.Of<NumbersText>();
}
