using LeadCapture.Localization;
using Microsoft.Extensions.Localization;

namespace LeadCapture.Admin.Failures;

/// The texts of failures and fixes. They stand in FailureText.resx.
public sealed class FailureText
{
    public static IStringLocalizer T { get; } = Texts.Of<FailureText>();
}
