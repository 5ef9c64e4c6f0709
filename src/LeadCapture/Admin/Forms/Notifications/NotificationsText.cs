using LeadCapture.Localization;
using Microsoft.Extensions.Localization;

namespace LeadCapture.Admin.Forms.Notifications;

/// The texts about who hears of a form's leads. They stand in NotificationsText.resx.
public sealed class NotificationsText
{
    public static IStringLocalizer T { get; } = Texts.Of<NotificationsText>();
}
