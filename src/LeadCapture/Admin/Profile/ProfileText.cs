using LeadCapture.Localization;
using Microsoft.Extensions.Localization;

namespace LeadCapture.Admin.Profile;

/// The texts of the profile. They stand in ProfileText.resx.
public sealed class ProfileText
{
    public static IStringLocalizer T { get; } = Texts.Of<ProfileText>();
}
