using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LeadCapture.Web;

/// A page says which language it is in, and where its lines begin.
[HtmlTargetElement("html")]
public sealed class LanguageTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var language = CultureInfo.CurrentUICulture;
        output.Attributes.SetAttribute("lang", language.Name);
        output.Attributes.SetAttribute("dir", language.TextInfo.IsRightToLeft ? "rtl" : "ltr");
    }
}
