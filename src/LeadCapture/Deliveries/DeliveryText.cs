using LeadCapture.Localization;
using Microsoft.Extensions.Localization;

namespace LeadCapture.Deliveries;

/// The texts that say what became of a delivery. They stand in DeliveryText.resx.
public sealed class DeliveryText
{
    public static IStringLocalizer T { get; } = Texts.Of<DeliveryText>();
}
