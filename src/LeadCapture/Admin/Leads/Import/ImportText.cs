using LeadCapture.Localization;
using Microsoft.Extensions.Localization;

namespace LeadCapture.Admin.Leads.Import;

/// The texts of the import of corrections. They stand in ImportText.resx.
public sealed class ImportText
{
    public static IStringLocalizer T { get; } = Texts.Of<ImportText>();
}
