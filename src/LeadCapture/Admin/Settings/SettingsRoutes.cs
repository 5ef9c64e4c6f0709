namespace LeadCapture.Admin.Settings;

/// The names of the routes of the settings.
public static class SettingsRoutes
{
    public const string Settings = "settings";
    public const string Key = "settings/key";
    public const string ForgetKey = "settings/key/forget";
    public const string TestKey = "settings/key/test";
    public const string Limits = "settings/limits";
    public const string Budget = "settings/budget";
    public const string Sending = "settings/sending";
    public const string Pause = "settings/pause";
    public const string Resume = "settings/resume";
    public const string Spam = "settings/spam";
    public const string RemoveSender = "settings/spam/remove";
    public const string Alerts = "settings/alerts";
    public const string TestAlerts = "settings/alerts/test";
    public const string Webhook = "settings/webhook";
    public const string RemoveWebhook = "settings/webhook/remove";
    public const string ApiKeys = "settings/api-keys";
    public const string RevokeApiKey = "settings/api-keys/revoke";
    public const string Server = "settings/server";
}
