using LeadCapture.Localization;
using Microsoft.Extensions.Localization;

namespace LeadCapture.Admin.Access;

/// The texts of signing in. They stand in AccessText.resx.
public sealed class AccessText
{
    public static IStringLocalizer T { get; } = Texts.Of<AccessText>();
}
