using LeadCapture.Localization;

namespace LeadCapture.Admin.Settings;

/// A page of the settings. Its label is one of the texts of SettingsText.
public sealed record SettingsSection(string Route, string Label);

/// The settings, a page for each, in the order of their navigation.
public static class SettingsSections
{
    public static IReadOnlyList<SettingsSection> Items { get; } =
    [
        new(SettingsRoutes.Settings, Texts.Key("Reply.io connection")),
        new(SettingsRoutes.Limits, Texts.Key("Call limits")),
        new(SettingsRoutes.Sending, Texts.Key("Sending")),
        new(SettingsRoutes.Spam, Texts.Key("Spam")),
        new(SettingsRoutes.Alerts, Texts.Key("Alerts")),
        new(SettingsRoutes.ApiKeys, Texts.Key("API keys")),
        new(SettingsRoutes.Server, Texts.Key("Server")),
    ];
}
