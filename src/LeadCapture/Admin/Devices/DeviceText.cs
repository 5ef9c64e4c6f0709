using LeadCapture.Localization;
using Microsoft.Extensions.Localization;

namespace LeadCapture.Admin.Devices;

/// The texts of events and their tablets. They stand in DeviceText.resx.
public sealed class DeviceText
{
    public static IStringLocalizer T { get; } = Texts.Of<DeviceText>();
}
