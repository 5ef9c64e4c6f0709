using LeadCapture.Localization;
using Microsoft.Extensions.Localization;

namespace LeadCapture.Admin.Forms.FollowUps;

/// The texts about what follows a contact. They stand in FollowUpText.resx.
public sealed class FollowUpText
{
    public static IStringLocalizer T { get; } = Texts.Of<FollowUpText>();
}
