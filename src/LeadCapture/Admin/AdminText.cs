using LeadCapture.Localization;
using Microsoft.Extensions.Localization;

namespace LeadCapture.Admin;

/// The texts of the frame of the admin area and of its dashboard. They stand in AdminText.resx.
public sealed class AdminText
{
    public static IStringLocalizer T { get; } = Texts.Of<AdminText>();
}
