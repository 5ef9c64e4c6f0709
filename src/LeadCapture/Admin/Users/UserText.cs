using LeadCapture.Localization;
using Microsoft.Extensions.Localization;

namespace LeadCapture.Admin.Users;

/// The texts of the users. They stand in UserText.resx.
public sealed class UserText
{
    public static IStringLocalizer T { get; } = Texts.Of<UserText>();
}
