using LeadCapture.Localization;
using Microsoft.Extensions.Localization;

namespace LeadCapture.Admin.Settings;

/// The texts of the settings. They stand in SettingsText.resx.
public sealed class SettingsText
{
    public static IStringLocalizer T { get; } = Texts.Of<SettingsText>();
}
