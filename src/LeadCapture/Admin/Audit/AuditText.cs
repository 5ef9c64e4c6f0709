using LeadCapture.Localization;
using Microsoft.Extensions.Localization;

namespace LeadCapture.Admin.Audit;

/// The texts of the audit log. They stand in AuditText.resx.
public sealed class AuditText
{
    public static IStringLocalizer T { get; } = Texts.Of<AuditText>();
}
