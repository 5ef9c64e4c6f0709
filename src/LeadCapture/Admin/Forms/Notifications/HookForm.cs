using FluentValidation;
using LeadCapture.Settings;
using LeadCapture.Webhooks;
using static LeadCapture.Admin.Forms.Notifications.NotificationsText;

namespace LeadCapture.Admin.Forms.Notifications;

/// Where a webhook goes, and what it hears of.
public sealed class HookForm
{
    public string Address { get; init; } = "";
    public WebhookEvents[] Events { get; init; } = [WebhookEvents.Created];
    public bool IncludesAnswers { get; init; }

    public WebhookEvents Chosen => Events.Aggregate(WebhookEvents.None, (all, one) => all | one) & WebhookEvents.All;

    public static HookForm Of(Webhook webhook) => new()
    {
        Address = webhook.Address,
        Events = [.. Choices.Select(choice => choice.Event).Where(one => webhook.Events.HasFlag(one))],
        IncludesAnswers = webhook.IncludesAnswers,
    };

    public static IReadOnlyList<(WebhookEvents Event, string Type, string Words)> Choices =>
    [
        (WebhookEvents.Created, WebhookEvent.Created.Type(), T["New lead received"]),
        (WebhookEvents.Delivered, WebhookEvent.Delivered.Type(), T["Reply.io has the contact"]),
        (WebhookEvents.NeedsAttention, WebhookEvent.NeedsAttention.Type(), T["A lead needs attention"]),
    ];

    public sealed class Rules : AbstractValidator<HookForm>
    {
        private const int Longest = 2000;

        public Rules()
        {
            RuleFor(form => form.Address)
                .Must(text => text.Length <= Longest && Uri.TryCreate(text, UriKind.Absolute, out var address) && SecretWay.Fits(address))
                .WithMessage(_ => T["Enter an address that starts with https://"]);
            RuleFor(form => form.Events).Must((form, _) => form.Chosen != WebhookEvents.None).WithMessage(_ => T["Choose at least one event"]);
        }
    }
}
