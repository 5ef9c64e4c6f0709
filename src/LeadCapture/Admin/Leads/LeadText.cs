using LeadCapture.Localization;
using Microsoft.Extensions.Localization;

namespace LeadCapture.Admin.Leads;

/// The texts of leads and their corrections. They stand in LeadText.resx.
public sealed class LeadText
{
    public static IStringLocalizer T { get; } = Texts.Of<LeadText>();
}
