using LeadCapture.Localization;
using Microsoft.Extensions.Localization;

namespace LeadCapture.Admin.Runs;

/// The texts of bulk actions. They stand in RunText.resx.
public sealed class RunText
{
    public static IStringLocalizer T { get; } = Texts.Of<RunText>();
}
