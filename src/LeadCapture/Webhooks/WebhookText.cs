using LeadCapture.Localization;
using Microsoft.Extensions.Localization;

namespace LeadCapture.Webhooks;

/// The texts about webhooks that are stored with them. They stand in WebhookText.resx.
public sealed class WebhookText
{
    public static IStringLocalizer T { get; } = Texts.Of<WebhookText>();
}
