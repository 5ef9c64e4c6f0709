using LeadCapture.Localization;
using Microsoft.Extensions.Localization;

namespace LeadCapture.Shared;

/// The texts of the form, its fields, and what public pages and the admin area both show. They stand in SharedText.resx.
public sealed class SharedText
{
    public static IStringLocalizer T { get; } = Texts.Of<SharedText>();
}
