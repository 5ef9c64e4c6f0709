using LeadCapture.Localization;
using Microsoft.Extensions.Localization;

namespace LeadCapture.Admin.Leads.NewLeads;

/// The texts of the import of new leads. They stand in NewLeadText.resx.
public sealed class NewLeadText
{
    public static IStringLocalizer T { get; } = Texts.Of<NewLeadText>();
}
