using LeadCapture.Alerts.Notices;
using LeadCapture.Forms.Fields;
using LeadCapture.Webhooks;
using static LeadCapture.Admin.Forms.Notifications.NotificationsText;

namespace LeadCapture.Admin.Forms.Notifications;

/// Who hears of a form's leads, and what was typed for it.
public sealed record NotificationsPage(FormHead Head, LeadNotice? Notice, NoticeForm Typed, IReadOnlyList<Webhook> Webhooks, HookForm TypedWebhook)
{
    public required bool HasMailServer { get; init; }

    /// The last message of each webhook.
    public required IReadOnlyDictionary<int, WebhookMessage> Last { get; init; }

    public IReadOnlyList<(string Value, string Label)> Zones => [.. TimeZones.All.Append(Typed.TimeZone).Distinct()
        .OrderBy(zone => zone, StringComparer.Ordinal).Select(zone => (zone, zone.Replace('_', ' ')))];
}

/// A webhook with its log, the newest first.
public sealed record WebhookPage(FormHead Head, Webhook Webhook, HookForm Typed, IReadOnlyList<WebhookMessage> Log)
{
    /// Of a webhook whose secret was just made; shown only now.
    public string? Secret { get; init; }

    public required DateTime Now { get; init; }
}

internal static class WebhookDisplay
{
    public static Pill Pill(this Webhook webhook) => webhook switch
    {
        { DisabledAt: null } => new(T["On"], "done", "good"),
        { IsGone: true } => new(T["Turned off: responded as gone"], "error", "bad"),
        _ => new(T["Off"], "pause"),
    };

    public static Pill Pill(this WebhookMessage message) => message switch
    {
        { State: WebhookState.Delivered } => new(T["Delivered"], "done", "good"),
        { State: WebhookState.Failed } => new(T["Failed"], "error", "bad"),
        { Attempts: 0 } => new(T["Waiting"], "clock", "accent"),
        _ => new(T["Retrying"], "clock", "warn"),
    };

    public static string Host(this Webhook webhook) => new Uri(webhook.Address).Authority;
}
