using LeadCapture.Localization;
using Microsoft.Extensions.Localization;

namespace LeadCapture.Submissions;

/// The texts of what comes in. They stand in SubmissionText.resx.
public sealed class SubmissionText
{
    public static IStringLocalizer T { get; } = Texts.Of<SubmissionText>();
}
