using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LeadCapture.Admin;

/// A page of the admin area says how it is to look, for the style sheet.
[HtmlTargetElement("html", Attributes = "appearance")]
public sealed class AppearanceTagHelper : TagHelper
{
    public required Appearance Appearance { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Appearance.Theme is { } theme)
            output.Attributes.SetAttribute("data-bs-theme", theme);
        if (Appearance.Density is { } density)
            output.Attributes.SetAttribute("data-density", density);
    }
}
