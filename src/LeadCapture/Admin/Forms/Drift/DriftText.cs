using LeadCapture.Localization;
using Microsoft.Extensions.Localization;

namespace LeadCapture.Admin.Forms.Drift;

/// The texts about custom fields that Reply.io no longer has. They stand in DriftText.resx.
public sealed class DriftText
{
    public static IStringLocalizer T { get; } = Texts.Of<DriftText>();
}
