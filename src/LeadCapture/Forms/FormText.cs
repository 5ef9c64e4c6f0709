using LeadCapture.Localization;
using Microsoft.Extensions.Localization;

namespace LeadCapture.Forms;

/// The texts of the rules for what a visitor enters, and of the fields. They stand in FormText.resx.
public sealed class FormText
{
    public static IStringLocalizer T { get; } = Texts.Of<FormText>();
}
