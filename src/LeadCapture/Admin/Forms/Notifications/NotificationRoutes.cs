namespace LeadCapture.Admin.Forms.Notifications;

/// The names of the routes of notifications and webhooks.
public static class NotificationRoutes
{
    public const string Show = "form/notifications";
    public const string RemoveChat = "form/notifications/chat/remove";
    public const string Test = "form/notifications/test";
    public const string AddWebhook = "form/webhooks";
    public const string Webhook = "form/webhook";
    public const string TestWebhook = "form/webhook/test";
    public const string RotateSecret = "form/webhook/secret";
    public const string SwitchWebhook = "form/webhook/switch";
    public const string RemoveWebhook = "form/webhook/remove";
    public const string Resend = "form/webhook/resend";
}
