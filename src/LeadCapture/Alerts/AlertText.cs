using LeadCapture.Localization;
using Microsoft.Extensions.Localization;

namespace LeadCapture.Alerts;

/// The texts of alerts by email and webhook. They stand in AlertText.resx.
public sealed class AlertText
{
    public static IStringLocalizer T { get; } = Texts.Of<AlertText>();
}
